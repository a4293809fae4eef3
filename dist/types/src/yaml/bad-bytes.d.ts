/** The text of some bytes, of which some are known to be no UTF-8. */
export declare function withBadBytes(bytes: Buffer): string;
/** Half a character of UTF-16 at the end of a file. */
export declare const HALF_UNIT: string;
/** What a character that stands for a bad byte was; undefined for every other one. */
export declare function badByte(code: number): string | undefined;
