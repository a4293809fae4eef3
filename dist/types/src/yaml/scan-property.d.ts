import type { Cursor } from "./cursor.ts";
import { type Token } from "./tokens.ts";
export declare function scanAnchor(cursor: Cursor, type: "alias" | "anchor"): Token;
export declare function scanTag(cursor: Cursor): Token;
/** `%YAML 1.1` or `%TAG !handle! prefix`, with its line break. */
export declare function scanDirective(cursor: Cursor): Token;
