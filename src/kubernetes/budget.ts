// What a PodDisruptionBudget in the manifests allows, as the disruption controller computes it (pkg/controller/disruption: getExpectedPodCount,
// updatePdbStatus): which pods count and what their controllers scale to. The numbers themselves are those of the simulator.

import { allowedDisruptions, type DisruptionBudget, percentOf } from "../rollout/fenceposts.ts";
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
export type Demand =
  | { readonly field: "minAvailable" | "maxUnavailable"; readonly value: number; readonly percent: boolean }
  | { readonly field: "none" };

/** Undefined when the value is none that the API server accepts, or is not known. */
export function demandOf(budget: Resource): Demand | undefined {
  for (const name of ["maxUnavailable", "minAvailable"] as const) {
    const field = budget.spec.get(name);
    if (!field.exists) continue;
    if (field.number !== undefined)
      return Number.isSafeInteger(field.number) && field.number >= 0
        ? { field: name, value: field.number, percent: false }
        : undefined;
    const digits = /^(\d+)%$/.exec(field.string ?? "")?.[1];
    if (digits === undefined || Number(digits) > 100) return undefined;
    return { field: name, value: Number(digits), percent: true };
  }
  return { field: "none" };
}

/** The pods that a demand asks for among so many. */
export function scaled({ value, percent }: { value: number; percent: boolean }, total: number): number {
  return percent ? percentOf(value, total, "up") : value;
}

/** The demand as a budget has it. */
function written(demand: Demand): DisruptionBudget {
  if (demand.field === "none") return {};
  return { [demand.field]: demand.percent ? `${demand.value}%` : demand.value };
}

const SCALABLE = new Set([
  "Deployment",
  "ReplicaSet",
  "StatefulSet",
  "ReplicationController",
  "Rollout",
  "DeploymentConfig",
]);

/** The scale of objects that own pods and are no workloads here: the replicas of a custom resource; undefined when it has no scale. */
export type ScaleOf = (owner: { readonly kind: string; readonly name: string }) => number | undefined;

/**
 * The status with `unhealthy` of the pods not Ready; undefined when the demand or a count is not known. `scaleOf` is asked for the
 * controllers of bare pods that name one in ownerReferences.
 */
export function budgetStatus(
  budget: Resource,
  selected: readonly BudgetedPods[],
  { unhealthy = 0, scaleOf }: { readonly unhealthy?: number; readonly scaleOf?: ScaleOf } = {},
): BudgetStatus | undefined {
  const demand = demandOf(budget);
  if (demand === undefined) return undefined;
  const present = selected.filter(({ pods }) => pods > 0);
  const total = present.reduce((sum, { pods }) => sum + pods, 0);
  const currentHealthy = Math.max(total - unhealthy, 0);
  const isScaled = demand.field === "maxUnavailable" || (demand.field === "minAvailable" && demand.percent);
  const expected = isScaled ? expectedByScale(present, scaleOf) : { count: total, unmanaged: false };
  if (expected === undefined) return undefined;
  if (typeof expected === "string") return { ...NOTHING, failure: expected };
  const pods = { healthy: currentHealthy, matched: total, replicas: expected.count };
  const { expectedPods, desiredHealthy, allowed } = allowedDisruptions(written(demand), pods);
  return {
    ...{ currentHealthy, desiredHealthy, expectedPods, disruptionsAllowed: allowed },
    ...{ failure: undefined, unmanagedPods: expected.unmanaged },
  };
}

/** The status that the controller leaves where it gives up. */
const NOTHING = { currentHealthy: 0, desiredHealthy: 0, expectedPods: 0, disruptionsAllowed: 0, unmanagedPods: false };

/** The replicas of all controllers of the pods; a phrase when one of them has no scale; undefined when one is not known. */
function expectedByScale(
  present: readonly BudgetedPods[],
  scaleOf: ScaleOf | undefined,
): { count: number; unmanaged: boolean } | string | undefined {
  let count = 0;
  let unmanaged = false;
  const counted = new Set<string | Workload>();
  for (const { workload, replicas } of present) {
    if (counted.has(workload)) continue;
    counted.add(workload);
    if (workload.kind === "Pod") {
      const owner = controllerOf(workload);
      if (owner === undefined) unmanaged = true;
      else if (!counted.has(`${owner.kind}/${owner.name}`)) {
        counted.add(`${owner.kind}/${owner.name}`);
        const scale = scaleOf?.(owner);
        if (scale === undefined) return `${owner.kind} "${owner.name}" has no scale`;
        count += scale;
      }
      continue;
    }
    if (!SCALABLE.has(workload.kind)) return `${workload.title} has no scale`;
    if (replicas === undefined) return undefined;
    count += replicas;
  }
  return { count, unmanaged };
}

function controllerOf(workload: Workload): { kind: string; name: string } | undefined {
  const owners = workload.resource.metadata.get("ownerReferences").items();
  const owner = owners.find(field => field.get("controller").boolean === true);
  return owner && { kind: owner.get("kind").string ?? "", name: owner.get("name").string ?? "" };
}
