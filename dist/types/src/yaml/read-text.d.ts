import type { Comment } from "./document.ts";
import type { ScalarNode, ScalarStyle } from "./node.ts";
export declare const LINE_FEED = 10;
export declare const TAB = 9;
export declare const SPACE = 32;
export declare const HASH = 35;
export declare const DASH = 45;
export declare const COLON = 58;
/** Thrown where the fast reader is not sure. Made once: nobody looks at its stack. */
export declare const STEP_ASIDE: Error;
/** Thrown where there are more nodes than the bound allows. */
export declare const TOO_MANY: Error;
export declare function stepAside(): never;
/** The characters between two words of a line. */
export declare function isGap(code: number): boolean;
export declare class FastText {
    readonly text: string;
    readonly end: number;
    readonly comments: Comment[];
    at: number;
    /** Of the line that was come to last. */
    lineStart: number;
    /** The column of the first thing on it; -1 at the end of the text. */
    indent: number;
    nodes: number;
    private readonly mostNodes;
    constructor(text: string, from: number, end: number, mostNodes: number);
    count(): void;
    lineEnd(at: number): number;
    skipSpaces(): number;
    comment(start: number, ownLine: boolean): void;
    /** Blanks and a comment up to the end of the line. */
    finishLine(): void;
    /** From the end of a line to the first thing on a later one, past comments. */
    nextLine(): void;
    scalar(start: number, end: number, value: string, style: ScalarStyle): ScalarNode;
    null(at: number): ScalarNode;
    /** A plain scalar as a value. */
    plain(start: number, end: number, text: string): ScalarNode;
    /** A plain scalar as a key. */
    plainKey(start: number, end: number): ScalarNode;
}
