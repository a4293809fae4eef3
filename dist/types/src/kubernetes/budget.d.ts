import type { Resource } from "./resource.ts";
import type { Workload } from "./workload.ts";
/** Pods of one workload that the budget selects. */
export interface BudgetedPods {
    readonly workload: Workload;
    /** Selected pods that exist while all is well. */
    readonly pods: number;
    /** The scale of the workload's controller: `spec.replicas`, or what an autoscaler keeps up. */
    readonly replicas: number | undefined;
}
export interface BudgetStatus {
    readonly currentHealthy: number;
    readonly desiredHealthy: number;
    readonly expectedPods: number;
    readonly disruptionsAllowed: number;
    /** The controller gives up (SyncFailed): why, as a phrase. Nothing may be evicted then. */
    readonly failure: string | undefined;
    /** Selected pods without a controller were left out of the count (event UnmanagedPods). */
    readonly unmanagedPods: boolean;
}
/** The one demand of a budget. "none": neither field is set, which is valid and allows nothing. */
export type Demand = {
    readonly field: "minAvailable" | "maxUnavailable";
    readonly value: number;
    readonly percent: boolean;
} | {
    readonly field: "none";
};
/** Undefined when the value is none that the API server accepts, or is not known. */
export declare function demandOf(budget: Resource): Demand | undefined;
/** The pods that a demand asks for among so many. */
export declare function scaled({ value, percent }: {
    value: number;
    percent: boolean;
}, total: number): number;
/** The scale of objects that own pods and are no workloads here: the replicas of a custom resource; undefined when it has no scale. */
export type ScaleOf = (owner: {
    readonly kind: string;
    readonly name: string;
}) => number | undefined;
/**
 * The status with `unhealthy` of the pods not Ready; undefined when the demand or a count is not known. `scaleOf` is asked for the
 * controllers of bare pods that name one in ownerReferences.
 */
export declare function budgetStatus(budget: Resource, selected: readonly BudgetedPods[], { unhealthy, scaleOf }?: {
    readonly unhealthy?: number;
    readonly scaleOf?: ScaleOf;
}): BudgetStatus | undefined;
