// The canary of an Argo Rollout, step by step, without a traffic router: the share of requests is the share of pods.

import { deploymentFenceposts, type Fenceposts } from "./fenceposts.ts";
import { type Data, dataAt, isData, listAt, minReadySecondsOf, replicasOf } from "./spec.ts";

export interface CanaryStage {
  /** When the pods of this stage are all available. */
  readonly at: number;
  /** Requested share of the new version in percent. */
  readonly weight: number;
  readonly stable: number;
  readonly canary: number;
  /** What pods give: canary / (stable + canary), in percent. */
  readonly share: number;
  /** Seconds of the pause that follows; null: until somebody promotes. */
  readonly pause: number | null;
}

export interface CanaryRun {
  readonly stages: readonly CanaryStage[];
  /** All pods are new; null when a pause waits for a person. */
  readonly doneAt: number | null;
  /** Time without the pauses that wait for a person. */
  readonly movingSeconds: number;
  /** Weights are exact only with a traffic router (strategy.canary.trafficRouting). */
  readonly hasTrafficRouting: boolean;
}

const UNITS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600 };

/** Seconds of `pause.duration`: a number, or `30s`, `10m`, `1h`. */
function pauseSeconds(pause: unknown): number | null {
  if (!isData(pause) || pause.duration === undefined || pause.duration === null) return null;
  const match = /^(\d{1,9})([smh]?)$/.exec(String(pause.duration));
  return match === null ? null : Number(match[1]) * (UNITS[match[2] || "s"] ?? 1);
}

/**
 * Pods of both versions for a weight: both shares rounded up where surge has room for it, else the split of `replicas` that comes nearest. A weight
 * between 0 and 100 always has a pod of each version. (argo-rollouts utils/replicaset: CalculateReplicaCountsForBasicCanary)
 */
export function canaryPods(replicas: number, weight: number, surge = 1): { stable: number; canary: number } {
  const share = Math.min(Math.max(weight, 0), 100);
  if (share === 0 || replicas === 0) return { stable: replicas, canary: 0 };
  if (share === 100) return { stable: 0, canary: replicas };
  const exact = (replicas * share) / 100;
  const [canary, stable] = [Math.ceil(exact), Math.ceil(replicas - exact)];
  if (canary + stable <= replicas + surge) return { stable, canary };
  const below = Math.max(1, Math.floor(exact));
  const nearest = exact - below <= canary - exact ? below : canary;
  return { stable: Math.max(0, replicas - nearest), canary: nearest };
}

/** Seconds to get `count` more canary pods, in waves of surge + unavailable. */
function movingSeconds(count: number, posts: Fenceposts, podSeconds: number): number {
  if (count <= 0) return 0;
  return Math.ceil(count / Math.max(1, posts.surge + posts.unavailable)) * podSeconds;
}

interface Plan {
  readonly weight: number;
  readonly pause: number | null;
}

/** Joins `setWeight` with the `pause` after it; other steps (analysis, experiments, header routes) take no time here. */
function plansOf(steps: readonly unknown[]): Plan[] {
  const plans: Plan[] = [];
  for (const step of steps.filter(isData)) {
    const last = plans.at(-1);
    if (typeof step.setWeight === "number") plans.push({ weight: step.setWeight, pause: 0 });
    else if (step.pause !== undefined) {
      const pause = pauseSeconds(step.pause);
      const before = plans.pop() ?? { weight: last?.weight ?? 0, pause: 0 };
      plans.push({
        weight: before.weight,
        pause: pause === null || before.pause === null ? null : before.pause + pause,
      });
    }
  }
  const isFull = plans.at(-1)?.weight === 100;
  return isFull ? plans : [...plans, { weight: 100, pause: 0 }];
}

/** An Argo Rollout as plain data; `readySeconds` is what one pod needs. maxSurge and maxUnavailable default to 25 % as in a Deployment. */
export function simulateCanary(manifest: unknown, readySeconds: number): CanaryRun {
  const canary: Data = dataAt(manifest, "spec", "strategy", "canary");
  const replicas = replicasOf(manifest);
  const posts = deploymentFenceposts(replicas, { maxSurge: canary.maxSurge, maxUnavailable: canary.maxUnavailable });
  const podSeconds = Math.max(0, readySeconds) + minReadySecondsOf(manifest);
  const stages: CanaryStage[] = [];
  let at = 0;
  let waited = 0;
  let isStuck = false;
  let canaries = 0;
  for (const { weight, pause } of plansOf(listAt(canary, "steps"))) {
    const pods = canaryPods(replicas, weight, posts.surge);
    at += movingSeconds(pods.canary - canaries, posts, podSeconds);
    canaries = pods.canary;
    const total = pods.stable + pods.canary;
    stages.push({ at, weight, ...pods, share: total === 0 ? 0 : Math.round((1000 * pods.canary) / total) / 10, pause });
    if (pause === null) isStuck = true;
    at += pause ?? 0;
    waited += pause ?? 0;
  }
  const hasTrafficRouting = isData(canary.trafficRouting);
  return { stages, doneAt: isStuck ? null : at, movingSeconds: at - waited, hasTrafficRouting };
}
