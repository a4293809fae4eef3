import { type Shutdown } from "./endpoints.ts";
import { type PodRange } from "./range.ts";
import type { Mode } from "./result.ts";
import type { Scenario } from "./scenario.ts";
import type { PodTimeline } from "./timeline.ts";
export interface PodTimes {
    /** Creation to Ready, best and worst; Infinity: never. */
    readonly earliest: number;
    readonly latest: number;
    /** Creation to Ready in one mode, pod by pod; negative: never. */
    readonly readySeconds: (index: number) => number;
    /** Creation to the start of the first app container. */
    readonly startSeconds: number;
    /** Creation to the moment the process answers. */
    readonly acceptsSeconds: number;
    readonly shutdown: Shutdown;
    /** Deletion to disappearance: the last container's exit. */
    readonly terminationSeconds: number;
    readonly isSigkilled: boolean;
    readonly hasPreStop: boolean;
    readonly hasReadiness: boolean;
    /** Ranges over all phases, by event; undefined in the modes that look at one run. */
    readonly range: PodRange | undefined;
    /** The run that is drawn, from the start of the first app container. */
    readonly timeline: PodTimeline;
}
export interface TimesInput {
    readonly podSpec: unknown;
    readonly workload: string;
    readonly scenario: Scenario;
    readonly isNew: boolean;
    readonly startupSeconds: number;
    readonly mode: Mode;
    readonly seed: number;
    /** The container that a Service leads to; the first one when absent. */
    readonly serving?: string | undefined;
}
export declare function podTimes(given: TimesInput): PodTimes;
