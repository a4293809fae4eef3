import { type CharSet } from "./regexp-set.ts";
export type Expression = {
    readonly op: "empty" | Assertion;
} | {
    readonly op: "set";
    readonly set: CharSet;
} | {
    readonly op: "join" | "choice";
    readonly parts: readonly Expression[];
}
/** `most` is Infinity where there is no bound. */
 | {
    readonly op: "repeat";
    readonly part: Expression;
    readonly least: number;
    readonly most: number;
    /** Prefers fewer (`*?`): of no matter to whether there is a match, but to where it ends. */
    readonly lazy?: boolean;
};
export type Assertion = "begin" | "end" | "line-begin" | "line-end" | "word-boundary" | "no-word-boundary";
/** The text does not compile; the message is the server's. */
export declare class PatternError extends Error {
}
export declare function parsePattern(text: string): Expression;
