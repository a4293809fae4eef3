// Closed forms of rollouts whose pods all take the same time: what messages of rules quote, and what the simulator of this folder agrees with.

import type { Fenceposts } from "./fenceposts.ts";

export interface PodSeconds {
  /** From creation to Ready. */
  readonly ready: number;
  /** From deletion to disappearance. */
  readonly termination: number;
  readonly minReady: number;
}

/** How many rounds of new pods a Deployment needs: each has room for surge + unavailable of them. */
export function rolloutWaves(replicas: number, posts: Fenceposts): number {
  return Math.ceil(replicas / Math.max(1, posts.surge + posts.unavailable));
}

/** RollingUpdate of a Deployment: waves x (ready + minReadySeconds). Terminating pods hold nothing up. */
export function rollingUpdateSeconds(replicas: number, posts: Fenceposts, pod: PodSeconds): number {
  return rolloutWaves(replicas, posts) * (pod.ready + pod.minReady);
}

/** Recreate: no pod is ready from the first deletion to termination + ready; the rollout takes minReadySeconds longer. */
export function recreateSeconds(pod: PodSeconds): { outage: number; rollout: number } {
  const outage = pod.termination + pod.ready;
  return { outage, rollout: outage + pod.minReady };
}

/**
 * A StatefulSet, one pod after the other: replicas x (termination + ready), and minReadySeconds between them (`kubectl rollout status` does not wait for
 * those of the last pod). `partition` pods stay as they are.
 */
export function statefulSetSeconds(replicas: number, partition: number, pod: PodSeconds): number {
  const pods = Math.max(0, replicas - partition);
  return pods * (pod.termination + pod.ready) + Math.max(0, pods - 1) * pod.minReady;
}

/**
 * A DaemonSet in place: ceil(nodes / maxUnavailable) x (termination + ready + minReadySeconds). With maxSurge the old pods go while the next ones start,
 * the last of them counts, and minReadySeconds are noticed 1 s late (pkg/controller/daemon: updatePod).
 */
export function daemonSetSeconds(nodes: number, posts: Fenceposts, pod: PodSeconds): number {
  if (nodes === 0) return 0;
  if (posts.surge === 0)
    return Math.ceil(nodes / Math.max(1, posts.unavailable)) * (pod.termination + pod.ready + pod.minReady);
  const noticed = pod.minReady > 0 ? pod.minReady + 1 : 0;
  return Math.ceil(nodes / posts.surge) * (pod.ready + noticed) + pod.termination;
}
