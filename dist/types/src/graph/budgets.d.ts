import { type BudgetStatus } from "../kubernetes/budget.ts";
import type { Resource } from "../kubernetes/resource.ts";
import type { Workload } from "../kubernetes/workload.ts";
import type { Graph, NearMiss } from "./graph.ts";
export interface Budgeted {
    readonly workloads: readonly Workload[];
    /** While all selected pods are healthy. */
    readonly status: BudgetStatus;
}
/** What a budget allows while all is well; undefined while the pods, or their number, are not known for sure. */
export declare function budgeted(budget: Resource, graph: Graph): Budgeted | undefined;
/** Whether a budget was written for the workload and misses it by a slip in its selector or in the pods' labels. */
export declare function isMissedByBudget({ resource }: Workload, graph: Graph): boolean;
export interface WithoutPods {
    readonly near: NearMiss<Workload> | undefined;
    /** The nearest workload is missed by a slip, and belongs to the same application. */
    readonly isMeant: boolean;
}
/** A budget with a selector that is known to select no pod; undefined for all else. */
export declare function withoutPods(budget: Resource, graph: Graph): WithoutPods | undefined;
