import type { Cursor } from "./cursor.ts";
/** The character of an escape in a double-quoted scalar. YAML 1.1 knows no `\/`, and go-yaml joins no surrogates. */
export declare function readEscape(cursor: Cursor, quote: number): string;
