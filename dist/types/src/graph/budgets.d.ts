import { type BudgetStatus } from "../kubernetes/budget.ts";
import type { Resource } from "../kubernetes/resource.ts";
import type { Workload } from "../kubernetes/workload.ts";
import type { Graph } from "./graph.ts";
export interface Budgeted {
    readonly workloads: readonly Workload[];
    /** While all selected pods are healthy. */
    readonly status: BudgetStatus;
}
/** What a budget allows while all is well; undefined while the pods, or their number, are not known for sure. */
export declare function budgeted(budget: Resource, graph: Graph): Budgeted | undefined;
/** Whether a budget was written for the workload and misses it by a slip in its selector or in the pods' labels. */
export declare function isMissedByBudget({ resource }: Workload, graph: Graph): boolean;
/** The workload that a budget without pods was meant for. */
export declare function slipOf(budget: Resource, graph: Graph): Workload | undefined;
