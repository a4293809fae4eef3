export declare const TAB = 9;
export declare const SPACE = 32;
/** Line breaks: LF, CR, NEL, LS, PS. */
export declare function isBreak(code: number): boolean;
export declare function isBlank(code: number): boolean;
export declare function isBreakOrEnd(code: number): boolean;
export declare function isBlankOrEnd(code: number): boolean;
export declare function isDigit(code: number): boolean;
export declare function isHex(code: number): boolean;
/** What an anchor and a tag handle are made of: letters, digits, `_` and `-`. */
export declare function isWord(code: number): boolean;
/** The offset of the first character that no YAML text may hold; -1 where there is none. */
export declare function firstControl(text: string, from?: number): number;
