import { type Expr, type Fault } from "./tree.ts";
export type Parse = (text: string) => {
    readonly expr: Expr;
} | {
    readonly fault: Fault;
};
/** The engine is loaded once there is something to parse. */
export declare function loadParser(): Promise<Parse>;
/** Takes out the question marks before elements of lists and maps, and tells where they were. */
export declare function markOptionals(text: string): {
    text: string;
    optional: ReadonlySet<number>;
};
