import type { Problem } from "../diagnostic.ts";
import type { Limits } from "./limits.ts";
declare const BOUNDS: Record<Exclude<keyof Limits, "time">, {
    readonly flag: string;
    readonly says: (bound: string) => string;
}>;
/** A bound that the input exceeds, with the flag that raises it. */
export declare function limitProblem(bound: keyof typeof BOUNDS, limits: Limits, start: number, end: number): Problem;
/** What was done with a file when its time was up, and what that leaves out. */
declare const GIVEN_UP: {
    reading: string;
    validating: string;
    rules: string;
};
/** A file takes longer than it may. `work` is what was given up. */
export declare function timeProblem(work: keyof typeof GIVEN_UP, { time }: Limits, start: number, end: number): Problem;
export {};
