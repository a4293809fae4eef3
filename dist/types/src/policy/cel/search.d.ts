import { type Assertion, type Expression } from "../../schema/crd/regexp-syntax.ts";
import type { Run } from "./functions.ts";
type Step = {
    readonly op: "set";
    readonly set: Extract<Expression, {
        op: "set";
    }>["set"];
} | {
    readonly op: "either";
    first: number;
    second: number;
} | {
    readonly op: "assert";
    readonly assertion: Assertion;
} | {
    readonly op: "match";
};
export interface Found {
    readonly start: number;
    readonly end: number;
}
export declare function programOf(pattern: string): readonly Step[];
export declare function search(run: Run, steps: readonly Step[], text: string, from: number): Found | undefined;
export {};
