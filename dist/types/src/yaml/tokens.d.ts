import type { ScalarStyle } from "./node.ts";
export type TokenType = "alias" | "anchor" | "block-end" | "block-entry" | "block-list" | "block-map" | "document-end" | "document-start" | "flow-entry" | "flow-list" | "flow-list-end" | "flow-map" | "flow-map-end" | "key" | "scalar" | "stream-end" | "tag" | "tag-directive" | "value" | "version-directive";
export interface Token {
    readonly type: TokenType;
    readonly start: number;
    readonly end: number;
    /** The text of a scalar, the name of an anchor or alias, the handle of a tag. */
    readonly value: string;
    /** The rest of a tag; the prefix of a tag directive. */
    readonly suffix: string;
    readonly style: ScalarStyle;
}
export declare function token(type: TokenType, start: number, end: number, value?: string, suffix?: string): Token;
export declare function scalarToken(start: number, end: number, value: string, style: ScalarStyle): Token;
