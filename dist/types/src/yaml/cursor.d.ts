import type { Comment } from "./document.ts";
/** A place in a part of a text, that knows its line and column and keeps the comments it passes. */
export declare class Cursor {
    readonly text: string;
    readonly end: number;
    readonly comments: Comment[];
    at: number;
    /** Counted from the start of the part; only ever compared. */
    line: number;
    lineStart: number;
    constructor(text: string, from: number, end: number);
    get column(): number;
    /** The code of the character at the cursor or `ahead` of it; 0 past the end. */
    code(ahead?: number): number;
    skipBlanks(): void;
    /** Passes a comment, if one starts here. */
    skipComment(): void;
    /** Passes a line break and returns what it means in a scalar: LS and PS stay, the others become LF. */
    readBreak(): string;
    /** A line that starts with `---` or `...` and a blank, which ends every scalar. */
    get isAtMarker(): boolean;
}
