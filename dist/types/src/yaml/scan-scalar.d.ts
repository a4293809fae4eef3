import type { Cursor } from "./cursor.ts";
import { type Token } from "./tokens.ts";
/** `endsLine` tells that the scalar was left at the start of a line, where a simple key may stand. */
export declare function scanPlain(cursor: Cursor, indent: number, isFlow: boolean): {
    token: Token;
    endsLine: boolean;
};
export declare function scanQuoted(cursor: Cursor, isSingle: boolean): Token;
export declare function scanBlock(cursor: Cursor, parentIndent: number): Token;
