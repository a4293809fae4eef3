/** A number or a percentage, as written in a manifest. */
export type IntOrPercent = number | string;
/**
 * The number that a value means for `total` pods; undefined when it is neither a number nor a percentage
 * (k8s.io/apimachinery/pkg/util/intstr: GetScaledValueFromIntOrPercent).
 */
export declare function scaledValue(value: unknown, total: number, rounding: "up" | "down"): number | undefined;
/** In whole hundredths first: a share as a fraction would round 7 % of 100 up to 8. */
export declare function percentOf(percent: number, total: number, rounding: "up" | "down"): number;
export interface Fenceposts {
    /** Pods beyond `replicas` while a rollout runs. */
    readonly surge: number;
    /** Pods that may be unavailable; never more than there are. */
    readonly unavailable: number;
    /** `replicas - unavailable`. */
    readonly minAvailable: number;
    /** `replicas + surge`. */
    readonly maxPods: number;
    /** Both values came out as 0, so the controller uses maxUnavailable 1 instead. */
    readonly raised: boolean;
}
export interface RollingUpdate {
    readonly maxSurge?: unknown;
    readonly maxUnavailable?: unknown;
}
/**
 * A Deployment: surge rounds up, unavailable rounds down, both default to 25 %
 * (pkg/controller/deployment/util: ResolveFenceposts, MaxUnavailable).
 */
export declare function deploymentFenceposts(replicas: number, strategy?: RollingUpdate): Fenceposts;
/** A DaemonSet: both round up, maxUnavailable defaults to 1 and maxSurge to 0 (pkg/controller/daemon: updatedDesiredNodeCounts). */
export declare function daemonSetFenceposts(nodes: number, strategy?: RollingUpdate): Fenceposts;
/**
 * A StatefulSet never surges. maxUnavailable rounds down but is at least 1, and is read only with the feature gate
 * MaxUnavailableStatefulSet (pkg/controller/statefulset: getStatefulSetMaxUnavailable).
 */
export declare function statefulSetFenceposts(replicas: number, maxUnavailable?: unknown, gate?: boolean): Fenceposts;
export interface DisruptionBudget {
    readonly minAvailable?: unknown;
    readonly maxUnavailable?: unknown;
}
export interface Disruptions {
    readonly expectedPods: number;
    readonly desiredHealthy: number;
    readonly allowed: number;
}
/**
 * What a PodDisruptionBudget allows. Percentages round up in both fields; an integer minAvailable counts the matched pods, everything
 * else the replicas of their controllers (pkg/controller/disruption: getExpectedPodCount, updatePdbStatus).
 */
export declare function allowedDisruptions(budget: DisruptionBudget, pods: {
    readonly healthy: number;
    readonly matched: number;
    readonly replicas: number;
}): Disruptions;
