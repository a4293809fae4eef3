import { Cursor } from "./cursor.ts";
import { type Token } from "./tokens.ts";
export declare class Scanner {
    readonly cursor: Cursor;
    private queue;
    private head;
    private taken;
    private indent;
    private readonly indents;
    /** One for each flow level and one for the block. */
    private readonly keys;
    private readonly keyOfToken;
    private isKeyAllowed;
    private isAtEnd;
    /** The quoted scalar that was scanned last. */
    lastQuoted: Token | undefined;
    constructor(text: string, from: number, end: number);
    /** The next token, left where it is. */
    peek(): Token;
    skip(): void;
    private get isFlow();
    private needsMore;
    private fetch;
    private fetchIndicator;
    private startsPlain;
    private skipToToken;
    private push;
    /** Puts a token before the one of the given number. */
    private insert;
    private pushIndicator;
    private get nextToken();
    private isValid;
    private saveKey;
    private removeKey;
    private forget;
    /** Opens a block collection where the column is deeper than the last one. */
    private roll;
    /** Closes the block collections that are deeper than the column. */
    private unroll;
    private fetchEnd;
    private fetchDirective;
    private fetchMarker;
    private fetchFlowStart;
    private fetchFlowEnd;
    private fetchFlowEntry;
    private fetchBlockEntry;
    private fetchKey;
    private fetchValue;
    /** An alias, an anchor, a tag or a quoted scalar: it may be a key, and none may follow it. */
    private fetchNode;
    private fetchQuoted;
    private fetchBlockScalar;
    private fetchPlain;
}
