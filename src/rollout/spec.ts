// A workload manifest as plain data, read as its controller reads it: defaults filled in, nonsense replaced by the default. What is wrong with a
// manifest is for the validators to say; here every input gives a run.

import type { DaemonSetSpec } from "./daemonset.ts";
import type { DeploymentSpec } from "./deployment.ts";
import type { RollingUpdate } from "./fenceposts.ts";
import type { StatefulSetSpec } from "./statefulset.ts";

export type Data = Readonly<Record<string, unknown>>;

/** A run of more pods than this would say nothing that a run of this many does not. */
export const MAX_REPLICAS = 20_000;
/** Longer than any rollout, shorter than what a 32-bit number of seconds can claim. */
export const MAX_SECONDS = 10_000_000;

export function dataAt(value: unknown, ...steps: string[]): Data {
  let current: unknown = value;
  for (const step of steps) current = isData(current) ? current[step] : undefined;
  return isData(current) ? current : {};
}

export function isData(value: unknown): value is Data {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function listAt(value: Data, key: string): readonly unknown[] {
  const list = value[key];
  return Array.isArray(list) ? list : [];
}

/** A whole number from 0 to `maximum`; the fallback where there is none. */
export function countAt(value: Data, key: string, fallback: number, maximum: number): number {
  const number = value[key];
  if (typeof number !== "number" || !Number.isFinite(number)) return fallback;
  return Math.min(Math.max(0, Math.trunc(number)), maximum);
}

export function textAt(value: Data, key: string): string | undefined {
  const text = value[key];
  return typeof text === "string" ? text : undefined;
}

export type RolloutKind = "Deployment" | "StatefulSet" | "DaemonSet";

export function kindOf(manifest: unknown): string {
  return textAt(dataAt(manifest), "kind") ?? "";
}

export function nameOf(manifest: unknown): string {
  return textAt(dataAt(manifest, "metadata"), "name") ?? "?";
}

/** spec.replicas as the controller takes it. */
export function replicasOf(manifest: unknown): number {
  return countAt(dataAt(manifest, "spec"), "replicas", 1, MAX_REPLICAS);
}

export function minReadySecondsOf(manifest: unknown): number {
  return countAt(dataAt(manifest, "spec"), "minReadySeconds", 0, MAX_SECONDS);
}

function rollingUpdateOf(strategy: Data): RollingUpdate {
  const { maxSurge, maxUnavailable } = dataAt(strategy, "rollingUpdate");
  return { maxSurge, maxUnavailable };
}

export function deploymentSpec(manifest: unknown): DeploymentSpec {
  const spec = dataAt(manifest, "spec");
  const strategy = dataAt(spec, "strategy");
  return {
    replicas: replicasOf(manifest),
    strategy: strategy.type === "Recreate" ? "Recreate" : "RollingUpdate",
    rollingUpdate: rollingUpdateOf(strategy),
    paused: spec.paused === true,
    revisionHistoryLimit: countAt(spec, "revisionHistoryLimit", 10, 2147483647),
    progressDeadlineSeconds: countAt(spec, "progressDeadlineSeconds", 600, 2147483647),
  };
}

export function statefulSetSpec(manifest: unknown, gate: boolean): StatefulSetSpec {
  const spec = dataAt(manifest, "spec");
  const strategy = dataAt(spec, "updateStrategy");
  const rolling = dataAt(strategy, "rollingUpdate");
  return {
    replicas: replicasOf(manifest),
    strategy: strategy.type === "OnDelete" ? "OnDelete" : "RollingUpdate",
    partition: countAt(rolling, "partition", 0, 2147483647),
    maxUnavailable: rolling.maxUnavailable,
    podManagementPolicy: spec.podManagementPolicy === "Parallel" ? "Parallel" : "OrderedReady",
    firstOrdinal: countAt(dataAt(spec, "ordinals"), "start", 0, 2147483647),
    gate,
  };
}

export function daemonSetSpec(manifest: unknown, nodes: number): DaemonSetSpec {
  const strategy = dataAt(manifest, "spec", "updateStrategy");
  return {
    nodes: Math.min(Math.max(0, Math.trunc(nodes)), MAX_REPLICAS),
    strategy: strategy.type === "OnDelete" ? "OnDelete" : "RollingUpdate",
    rollingUpdate: rollingUpdateOf(strategy),
    minReadySeconds: minReadySecondsOf(manifest),
  };
}
