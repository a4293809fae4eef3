import type { Problem } from "../diagnostic.ts";
import type { Broken } from "./broken.ts";
import type { Limits } from "./limits.ts";
import type { LineIndex } from "./lines.ts";
import type { Part } from "./part.ts";
/** The place of a quoted scalar over several lines that ended last before the error: its quote may be the cause. */
export interface LastQuoted {
    readonly start: number;
    readonly end: number;
}
export declare function explain(lines: LineIndex, part: Part, broken: Broken, limits: Limits, quoted?: LastQuoted): Problem;
