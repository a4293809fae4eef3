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
