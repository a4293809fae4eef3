import { type Phase } from "./phase.ts";
import { type PodInput } from "./pod.ts";
import type { PodTimeline } from "./timeline.ts";
/**
 * normal: a sync stores the status before the workers that it triggered look at it, now and then not. late: never. The order is a race of microseconds;
 * both occur on real nodes.
 */
export type Order = "normal" | "late" | "both";
export interface Spread {
    readonly earliest: number;
    readonly latest: number;
    readonly earliestPhase: Phase;
    readonly latestPhase: Phase;
    /** In how many of the simulated phases it happened. */
    readonly count: number;
    readonly total: number;
}
/** Keys as `kill1`, `ready1`, `notReady1`, `start2:app`, `exit1:app`, `seen`, `started`. */
export type PodRange = ReadonlyMap<string, Spread>;
export declare function podRange(input: PodInput, order?: Order): PodRange;
/** When something happened for the first, second, … time. */
export declare function occurrences(timeline: PodTimeline): Map<string, number>;
/** The corners of the space of phases, and some of its inside. */
export declare function phasesOf(input: PodInput, order: Order): Phase[];
