import type { Limits } from "./limits.ts";
import type { JsonValue } from "./part.ts";
/** The value at an offset; undefined where the text is no JSON, or nests too deep for it. */
export declare function readJson(text: string, start: number, limits: Limits): JsonValue | undefined;
