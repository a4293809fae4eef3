// PodDisruptionBudgets with the pods they are about.

import { type BudgetStatus, budgetStatus } from "../kubernetes/budget.ts";
import { podCount } from "../kubernetes/pods.ts";
import type { Resource } from "../kubernetes/resource.ts";
import type { Workload } from "../kubernetes/workload.ts";
import type { Graph, NearMiss } from "./graph.ts";
import { budgetSelector } from "./indexed-graph.ts";
import { isSlip } from "./proof.ts";

export interface Budgeted {
  readonly workloads: readonly Workload[];
  /** While all selected pods are healthy. */
  readonly status: BudgetStatus;
}

/** What a budget allows while all is well; undefined while the pods, or their number, are not known for sure. */
export function budgeted(budget: Resource, graph: Graph): Budgeted | undefined {
  const selector = budgetSelector(budget);
  if (selector === undefined || selector.unknown) return undefined;
  const { workloads, uncertain } = graph.select(selector, budget);
  const own = workloads.filter(({ resource }) => graph.sameApplication(resource, budget));
  if (uncertain || own.length === 0 || own.length < workloads.length) return undefined;
  const selected = own.map(workload => {
    const replicas = graph.replicasOf(workload);
    const pods = workload.shape.replicas === undefined ? podCount(workload) : replicas;
    return { workload, pods, replicas };
  });
  const counted = selected.flatMap(({ workload, pods, replicas }) =>
    pods === undefined && workload.kind !== "DaemonSet" ? [] : [{ workload, pods: pods ?? 1, replicas }],
  );
  if (counted.length < selected.length) return undefined;
  const status = budgetStatus(budget, counted);
  return status === undefined ? undefined : { workloads: own, status };
}

const slipped = new WeakMap<Graph, ReadonlySet<Resource>>();

/** Whether a budget was written for the workload and misses it by a slip in its selector or in the pods' labels. */
export function isMissedByBudget({ resource }: Workload, graph: Graph): boolean {
  const missed = slipped.get(graph) ?? missedWorkloads(graph);
  slipped.set(graph, missed);
  return missed.has(resource);
}

function missedWorkloads(graph: Graph): Set<Resource> {
  const missed = new Set<Resource>();
  for (const budget of graph.resources) {
    const found = withoutPods(budget, graph);
    if (found?.isMeant === true && found.near !== undefined) missed.add(found.near.candidate.resource);
  }
  return missed;
}

export interface WithoutPods {
  readonly near: NearMiss<Workload> | undefined;
  /** The nearest workload is missed by a slip, and belongs to the same application. */
  readonly isMeant: boolean;
}

/** A budget with a selector that is known to select no pod; undefined for all else. */
export function withoutPods(budget: Resource, graph: Graph): WithoutPods | undefined {
  const selector = budgetSelector(budget);
  if (selector === undefined || selector.unknown) return undefined;
  const { workloads, uncertain, operator } = graph.select(selector, budget);
  if (workloads.length > 0 || uncertain || operator !== undefined) return undefined;
  const near = graph.nearestTo(selector, budget);
  const isMeant =
    near !== undefined && graph.sameApplication(near.candidate.resource, budget) && isSlip(selector, near.candidate);
  return { near, isMeant };
}
