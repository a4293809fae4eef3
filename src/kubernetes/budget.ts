// What a PodDisruptionBudget allows, as the disruption controller computes it (pkg/controller/disruption: getExpectedPodCount, updatePdbStatus).

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

/** apimachinery/pkg/util/intstr: GetScaledValueFromIntOrPercent, rounding up. */
export function scaled({ value, percent }: { value: number; percent: boolean }, total: number): number {
  return percent ? Math.ceil((value * total) / 100) : value;
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
  if (demand.field === "none") return status(currentHealthy, 0, 0, false);
  if (demand.field === "minAvailable" && !demand.percent) return status(currentHealthy, demand.value, total, false);
  const expected = expectedByScale(present, scaleOf);
  if (expected === undefined) return undefined;
  if (typeof expected === "string") return { ...status(0, 0, 0, false), failure: expected };
  const { count, unmanaged } = expected;
  const asked = scaled(demand, count);
  const desired = demand.field === "minAvailable" ? asked : Math.max(count - asked, 0);
  return status(currentHealthy, desired, count, unmanaged);
}

function status(
  currentHealthy: number,
  desiredHealthy: number,
  expectedPods: number,
  unmanagedPods: boolean,
): BudgetStatus {
  const disruptionsAllowed = expectedPods === 0 ? 0 : Math.max(currentHealthy - desiredHealthy, 0);
  return { currentHealthy, desiredHealthy, expectedPods, disruptionsAllowed, failure: undefined, unmanagedPods };
}

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
