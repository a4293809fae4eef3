// How many pods a controller may add or miss: the arithmetic of maxSurge, maxUnavailable and PodDisruptionBudgets. Pure numbers.

/** A number or a percentage, as written in a manifest. */
export type IntOrPercent = number | string;

const PERCENT = /^(\d+)%$/;

/**
 * The number that a value means for `total` pods; undefined when it is neither a number nor a percentage
 * (k8s.io/apimachinery/pkg/util/intstr: GetScaledValueFromIntOrPercent).
 */
export function scaledValue(value: unknown, total: number, rounding: "up" | "down"): number | undefined {
  if (typeof value === "number") return Number.isFinite(value) ? Math.trunc(value) : undefined;
  const percent = typeof value === "string" ? PERCENT.exec(value)?.[1] : undefined;
  return percent === undefined ? undefined : percentOf(Number(percent), total, rounding);
}

/** In whole hundredths first: a share as a fraction would round 7 % of 100 up to 8. */
export function percentOf(percent: number, total: number, rounding: "up" | "down"): number {
  const hundredths = percent * total;
  return rounding === "up" ? Math.ceil(hundredths / 100) : Math.floor(hundredths / 100);
}

/** The author's text as a controller reads it: malformed values never reach a cluster, so the default stands in for them. */
function resolved(value: unknown, fallback: IntOrPercent, total: number, rounding: "up" | "down"): number {
  const number = scaledValue(value ?? fallback, total, rounding) ?? scaledValue(fallback, total, rounding) ?? 0;
  return Math.max(0, number);
}

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

function fenceposts(replicas: number, surge: number, unavailable: number, raised: boolean): Fenceposts {
  const capped = Math.min(unavailable, replicas);
  return { surge, unavailable: capped, minAvailable: replicas - capped, maxPods: replicas + surge, raised };
}

export interface RollingUpdate {
  readonly maxSurge?: unknown;
  readonly maxUnavailable?: unknown;
}

/**
 * A Deployment: surge rounds up, unavailable rounds down, both default to 25 %
 * (pkg/controller/deployment/util: ResolveFenceposts, MaxUnavailable).
 */
export function deploymentFenceposts(replicas: number, strategy: RollingUpdate = {}): Fenceposts {
  const surge = resolved(strategy.maxSurge, "25%", replicas, "up");
  const unavailable = resolved(strategy.maxUnavailable, "25%", replicas, "down");
  const raised = surge === 0 && unavailable === 0;
  return fenceposts(replicas, surge, raised ? 1 : unavailable, raised && replicas > 0);
}

/** A DaemonSet: both round up, maxUnavailable defaults to 1 and maxSurge to 0 (pkg/controller/daemon: updatedDesiredNodeCounts). */
export function daemonSetFenceposts(nodes: number, strategy: RollingUpdate = {}): Fenceposts {
  const surge = resolved(strategy.maxSurge, 0, nodes, "up");
  const unavailable = resolved(strategy.maxUnavailable, 1, nodes, "up");
  const raised = surge === 0 && unavailable === 0;
  return fenceposts(nodes, surge, raised ? 1 : unavailable, raised && nodes > 0);
}

/**
 * A StatefulSet never surges. maxUnavailable rounds down but is at least 1, and is read only with the feature gate
 * MaxUnavailableStatefulSet (pkg/controller/statefulset: getStatefulSetMaxUnavailable).
 */
export function statefulSetFenceposts(replicas: number, maxUnavailable?: unknown, gate = false): Fenceposts {
  const unavailable = gate ? resolved(maxUnavailable, 1, replicas, "down") : 1;
  return fenceposts(replicas, 0, Math.max(1, unavailable), gate && unavailable === 0 && replicas > 0);
}

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
export function allowedDisruptions(
  budget: DisruptionBudget,
  pods: { readonly healthy: number; readonly matched: number; readonly replicas: number },
): Disruptions {
  if (budget.maxUnavailable !== undefined && budget.maxUnavailable !== null) {
    const unavailable = scaledValue(budget.maxUnavailable, pods.replicas, "up") ?? 0;
    return disruptions(pods.replicas, Math.max(0, pods.replicas - unavailable), pods.healthy);
  }
  if (budget.minAvailable !== undefined && budget.minAvailable !== null) {
    const expected = typeof budget.minAvailable === "number" ? pods.matched : pods.replicas;
    return disruptions(expected, scaledValue(budget.minAvailable, pods.replicas, "up") ?? expected, pods.healthy);
  }
  return { expectedPods: 0, desiredHealthy: 0, allowed: 0 };
}

function disruptions(expectedPods: number, desiredHealthy: number, healthy: number): Disruptions {
  const allowed = expectedPods <= 0 ? 0 : Math.max(0, healthy - desiredHealthy);
  return { expectedPods, desiredHealthy, allowed };
}
