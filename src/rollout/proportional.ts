// A Deployment that is scaled while a rollout runs: every ReplicaSet gets its share. (pkg/controller/deployment: scale)

import type { ReplicaSet } from "./replicaset.ts";

/** Half away from zero (k8s.io/utils/integer: RoundToInt32). */
function round(value: number): number {
  return value < 0 ? -Math.round(-value) : Math.round(value);
}

/** How many pods a set should gain or lose (pkg/controller/deployment/util: getReplicaSetFraction). */
function fraction(set: ReplicaSet, replicas: number, maxReplicas: number, statusReplicas: number): number {
  if (replicas === 0) return -set.spec;
  const before = set.maxReplicas || statusReplicas;
  return before === 0 ? 0 : round((set.spec * maxReplicas) / before) - set.spec;
}

/** Larger sets first; among equals the newer one when growing, the older one when shrinking (ReplicaSetsBySizeNewer, ReplicaSetsBySizeOlder). */
function bySize(sets: readonly ReplicaSet[], growing: boolean): ReplicaSet[] {
  return [...sets].sort((a, b) => b.spec - a.spec || (growing ? b.serial - a.serial : a.serial - b.serial));
}

/**
 * New sizes of the active ReplicaSets when a Deployment of `replicas` with `surge` has been resized. The leftover of the rounding goes to
 * the largest.
 */
export function proportionalSizes(
  active: readonly ReplicaSet[],
  replicas: number,
  surge: number,
  statusReplicas: number,
): Map<ReplicaSet, number> {
  const maxReplicas = replicas + surge;
  const total = active.reduce((sum, set) => sum + set.spec, 0);
  const toAdd = (replicas > 0 ? maxReplicas : 0) - total;
  const sizes = new Map<ReplicaSet, number>();
  if (toAdd === 0) {
    for (const set of active) sizes.set(set, set.spec);
    return sizes;
  }
  const ordered = bySize(active, toAdd > 0);
  let added = 0;
  for (const set of ordered) {
    const rest = toAdd - added;
    const wanted = rest === 0 || set.spec === 0 ? 0 : fraction(set, replicas, maxReplicas, statusReplicas);
    const share = toAdd > 0 ? Math.min(wanted, rest) : Math.max(wanted, rest);
    sizes.set(set, set.spec + share);
    added += share;
  }
  const largest = ordered[0];
  if (largest !== undefined) sizes.set(largest, Math.max(0, (sizes.get(largest) ?? 0) + toAdd - added));
  return sizes;
}
