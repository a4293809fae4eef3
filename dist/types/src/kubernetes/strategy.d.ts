import type { Field } from "../field.ts";
import type { Graph } from "../graph/graph.ts";
import { type Fenceposts } from "../rollout/fenceposts.ts";
import type { Workload } from "./workload.ts";
export interface RollingStrategy {
    /** `spec.strategy`. */
    readonly field: Field;
    readonly maxSurge: Field;
    readonly maxUnavailable: Field;
    /** The pods a rollout has to keep up, at least 1. */
    readonly replicas: number;
    readonly posts: Fenceposts;
}
export declare function strategyOf(workload: Workload): Field;
export declare function isRecreate(workload: Workload): boolean;
/** Undefined for other kinds and strategies, without a pod, and where a number is not known or none that the API server accepts. */
export declare function rollingStrategyOf(workload: Workload, graph: Graph): RollingStrategy | undefined;
/** Absent, a number from 0 on, or a percentage. */
export declare function isLimit(field: Field): boolean;
/** A value that is 0 whatever the replicas, which only counts where it is written down. */
export declare function isZero(limit: Field): boolean;
/** `maxSurge 25 % of 3 rounds up to 1`, `maxSurge 1`. */
export declare function surgeText({ maxSurge, replicas }: RollingStrategy): string;
/** `maxUnavailable 25 % of 3 rounds down to 0`, `maxUnavailable 2`: before the two are put right. */
export declare function unavailableText({ maxUnavailable, replicas }: RollingStrategy): string;
/** The rounding of a limit, with its arithmetic. */
export declare function limitText(limit: Field, total: number, rounding: "up" | "down"): string;
/** Where the number of pods stands that a rollout has to keep up: an autoscaler's floor, or the workload's replicas. */
export declare function scaleFieldOf(workload: Workload, graph: Graph): Field;
/** `1 pod`, `3 pods`. */
export declare function podCount(count: number): string;
