// A pod spec as the kubelet gets it: the plain manifest with the API server's defaults applied.

import type { Timing } from "../kubernetes/probe.ts";
import { DEFAULT_GRACE_SECONDS, effectiveTiming } from "./arithmetic.ts";

export type ProbeKind = "liveness" | "readiness" | "startup";
export type RestartPolicy = "Always" | "OnFailure" | "Never";

export interface ProbeModel {
  readonly kind: ProbeKind;
  readonly timing: Timing;
  /** Its own terminationGracePeriodSeconds. */
  readonly graceSeconds: number | undefined;
  /** False when every attempt errors: a port name that the container does not have. (pkg/probe: ResolveContainerPort) */
  readonly isResolvable: boolean;
}

export interface ContainerModel {
  readonly name: string;
  readonly kind: "app" | "init" | "sidecar";
  readonly probes: Readonly<Partial<Record<ProbeKind, ProbeModel>>>;
  readonly restartPolicy: RestartPolicy | undefined;
  /** restartPolicyRules: exit codes that restart the container, whatever the policy. */
  readonly restartsOn: (exitCode: number) => boolean;
  readonly preStop: unknown;
  readonly postStart: unknown;
}

export interface PodModel {
  readonly init: readonly ContainerModel[];
  readonly containers: readonly ContainerModel[];
  readonly restartPolicy: RestartPolicy;
  readonly graceSeconds: number;
  /** readinessGates: nobody here sets their conditions. */
  readonly isGated: boolean;
}

type Plain = Readonly<Record<string, unknown>>;

export function podModel(spec: unknown): PodModel {
  const map = mapOf(spec);
  return {
    init: listOf(map.initContainers).map(item =>
      containerModel(item, mapOf(item).restartPolicy === "Always" ? "sidecar" : "init"),
    ),
    containers: listOf(map.containers).map(item => containerModel(item, "app")),
    restartPolicy: restartPolicyOf(map.restartPolicy) ?? "Always",
    graceSeconds: numberOf(map.terminationGracePeriodSeconds) ?? DEFAULT_GRACE_SECONDS,
    isGated: listOf(map.readinessGates).length > 0,
  };
}

function containerModel(item: unknown, kind: ContainerModel["kind"]): ContainerModel {
  const map = mapOf(item);
  const lifecycle = mapOf(map.lifecycle);
  const probes: Partial<Record<ProbeKind, ProbeModel>> = {};
  // A regular init container may not have probes. (pkg/apis/core/validation: validateInitContainers)
  for (const type of kind === "init" ? [] : (["startup", "readiness", "liveness"] as const)) {
    const probe = map[`${type}Probe`];
    if (isMap(probe)) probes[type] = probeModel(probe, type, listOf(map.ports));
  }
  return {
    name: String(map.name ?? ""),
    kind,
    probes,
    restartPolicy: restartPolicyOf(map.restartPolicy),
    restartsOn: restartRules(map.restartPolicyRules),
    preStop: lifecycle.preStop,
    postStart: lifecycle.postStart,
  };
}

function probeModel(probe: Plain, kind: ProbeKind, ports: readonly unknown[]): ProbeModel {
  const numbers: Record<string, number> = {};
  for (const [name, value] of Object.entries(probe)) {
    if (typeof value === "number" && Number.isFinite(value) && value > 0) numbers[name] = Math.floor(value);
  }
  const port = (mapOf(probe.httpGet).port ?? mapOf(probe.tcpSocket).port) as unknown;
  return {
    kind,
    timing: effectiveTiming(numbers),
    graceSeconds: kind === "readiness" ? undefined : numberOf(probe.terminationGracePeriodSeconds),
    isResolvable:
      typeof port !== "string" || Number.isInteger(Number(port)) || ports.some(item => mapOf(item).name === port),
  };
}

/** Whether a container that ended is started again. (pkg/api/v1/pod: ContainerShouldRestart) */
export function shouldRestart(pod: PodModel, container: ContainerModel, exitCode: number): boolean {
  if (container.restartsOn(exitCode)) return true;
  const policy = container.kind === "sidecar" ? "Always" : (container.restartPolicy ?? pod.restartPolicy);
  if (policy === "OnFailure") return exitCode !== 0;
  return policy === "Always";
}

function restartRules(rules: unknown): (exitCode: number) => boolean {
  const tests = listOf(rules).map(rule => {
    const codes = mapOf(mapOf(rule).exitCodes);
    const values = listOf(codes.values);
    const isRestart = mapOf(rule).action === "Restart";
    return (exitCode: number) => isRestart && values.includes(exitCode) === (codes.operator === "In");
  });
  return exitCode => tests.some(test => test(exitCode));
}

function restartPolicyOf(value: unknown): RestartPolicy | undefined {
  return value === "Always" || value === "OnFailure" || value === "Never" ? value : undefined;
}

function isMap(value: unknown): value is Plain {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function mapOf(value: unknown): Plain {
  return isMap(value) ? value : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function numberOf(value: unknown): number | undefined {
  return typeof value === "number" && Number.isFinite(value) && value >= 0 ? value : undefined;
}
