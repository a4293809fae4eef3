// How a Deployment replaces its pods: the strategy with the server's defaults, and its arithmetic in words.

import type { Field } from "../field.ts";
import type { Graph } from "../graph/graph.ts";
import { deploymentFenceposts, type Fenceposts, scaledValue } from "../rollout/fenceposts.ts";
import type { Workload } from "./workload.ts";

/** pkg/apis/apps/v1: SetDefaults_Deployment. */
const DEFAULT_LIMIT = "25%";

export interface RollingStrategy {
  /** `spec.strategy`. */
  readonly field: Field;
  readonly maxSurge: Field;
  readonly maxUnavailable: Field;
  /** The pods a rollout has to keep up, at least 1. */
  readonly replicas: number;
  readonly posts: Fenceposts;
}

export function strategyOf(workload: Workload): Field {
  return workload.resource.spec.get("strategy");
}

export function isRecreate(workload: Workload): boolean {
  return workload.isDeployment && strategyOf(workload).get("type").scalar === "Recreate";
}

/** Undefined for other kinds and strategies, without a pod, and where a number is not known or none that the API server accepts. */
export function rollingStrategyOf(workload: Workload, graph: Graph): RollingStrategy | undefined {
  const field = strategyOf(workload);
  const type = field.get("type");
  const replicas = graph.replicasOf(workload);
  if (!workload.isDeployment || replicas === undefined || !Number.isSafeInteger(replicas) || replicas < 1)
    return undefined;
  if (type.exists && type.scalar !== "RollingUpdate" && type.scalar !== "") return undefined;
  const maxSurge = field.get("rollingUpdate", "maxSurge");
  const maxUnavailable = field.get("rollingUpdate", "maxUnavailable");
  if (!isLimit(maxSurge) || !isLimit(maxUnavailable)) return undefined;
  const limits = { maxSurge: maxSurge.scalar, maxUnavailable: maxUnavailable.scalar };
  return { field, maxSurge, maxUnavailable, replicas, posts: deploymentFenceposts(replicas, limits) };
}

/** Absent, a number from 0 on, or a percentage. */
export function isLimit(field: Field): boolean {
  if (!field.exists) return true;
  if (field.number !== undefined) return Number.isSafeInteger(field.number) && field.number >= 0;
  return /^\d{1,6}%$/.test(field.string ?? "");
}

/** A value that is 0 whatever the replicas, which only counts where it is written down. */
export function isZero(limit: Field): boolean {
  return limit.number === 0 || /^0+%$/.test(limit.string ?? "");
}

/** `maxSurge 25 % of 3 rounds up to 1`, `maxSurge 1`. */
export function surgeText({ maxSurge, replicas }: RollingStrategy): string {
  return limitText(maxSurge, replicas, "up");
}

/** `maxUnavailable 25 % of 3 rounds down to 0`, `maxUnavailable 2`: before the two are put right. */
export function unavailableText({ maxUnavailable, replicas }: RollingStrategy): string {
  return limitText(maxUnavailable, replicas, "down");
}

/** The rounding of a limit, with its arithmetic. */
export function limitText(limit: Field, total: number, rounding: "up" | "down"): string {
  const written = limit.exists ? limit.scalar : DEFAULT_LIMIT;
  const origin = limit.exists ? "" : ", the default,";
  if (typeof written !== "string") return `${limit.key} ${written}`;
  const percent = Number(written.replace("%", ""));
  const value = scaledValue(written, total, rounding) ?? 0;
  const isWhole = (percent * total) % 100 === 0;
  return `${limit.key} ${percent} %${origin} of ${total} ${isWhole ? "is" : `rounds ${rounding} to`} ${value}`;
}

/** Where the number of pods stands that a rollout has to keep up: an autoscaler's floor, or the workload's replicas. */
export function scaleFieldOf(workload: Workload, graph: Graph): Field {
  const [autoscaler] = graph.autoscalersOf(workload);
  if (autoscaler === undefined) return workload.replicasField;
  return autoscaler.spec.get(autoscaler.kind === "ScaledObject" ? "minReplicaCount" : "minReplicas");
}

/** `1 pod`, `3 pods`. */
export function podCount(count: number): string {
  return `${count} pod${count === 1 ? "" : "s"}`;
}
