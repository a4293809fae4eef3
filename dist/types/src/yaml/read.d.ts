import type { Limits } from "./limits.ts";
import type { LineIndex } from "./lines.ts";
import type { Parsed, Part } from "./part.ts";
/** One part of a source; undefined where the general reader has to decide. */
export declare function readPart({ text }: LineIndex, part: Part, limits: Limits): Parsed | undefined;
