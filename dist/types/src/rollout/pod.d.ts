import { type Apps } from "./app.ts";
import type { Phase } from "./phase.ts";
import { type PodTimeline } from "./timeline.ts";
export interface PodInput {
    /** A plain pod spec, as parsed, before defaulting. */
    readonly podSpec: unknown;
    readonly apps?: Apps;
    /** Seconds after the first start of the first app container. */
    readonly duration: number;
    readonly deleteAt?: number;
    readonly deleteGraceSeconds?: number;
    /** Age of the kubelet when the pod arrives; long ago when absent. */
    readonly kubeletUptime?: number;
    /** From the decision to start a container to its creation: the check for its image. */
    readonly createSeconds?: number;
    readonly maxEvents?: number;
}
export declare function simulatePod(input: PodInput, phase: Phase): PodTimeline;
