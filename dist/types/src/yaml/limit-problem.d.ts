import type { Problem } from "../diagnostic.ts";
import type { Limits } from "./limits.ts";
/** A bound that the input exceeds, with the flag that raises it. */
export declare function limitProblem(bound: keyof Limits, limits: Limits, start: number, end: number): Problem;
