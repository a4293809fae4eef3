import type { ReplicaSet } from "./replicaset.ts";
/**
 * New sizes of the active ReplicaSets when a Deployment of `replicas` with `surge` has been resized. The leftover of the rounding goes to
 * the largest.
 */
export declare function proportionalSizes(active: readonly ReplicaSet[], replicas: number, surge: number, statusReplicas: number): Map<ReplicaSet, number>;
