// The pod's status as the kubelet makes it from what the last relist saw. (pkg/kubelet: Kubelet.generateAPIPodStatus, getPhase; pkg/kubelet/prober:
// manager.UpdatePodStatus; pkg/kubelet/status: manager)

import { type Life, newestLife, type Snapshot } from "./container.ts";
import { type ContainerModel, type PodModel, shouldRestart } from "./podspec.ts";
import type { ProbeResult } from "./probe.ts";

export type PodPhase = "Pending" | "Running" | "Succeeded" | "Failed";

export interface ContainerStatus {
  readonly name: string;
  /** The life it speaks of, the last one while it waits for the next. */
  readonly id: number | undefined;
  readonly state: "waiting" | "running" | "terminated";
  readonly isBackingOff: boolean;
  /** Cut to whole seconds of the wall clock. (normalizeStatus) */
  readonly startedAt: number;
  readonly exitCode: number;
  /** The exit code of the life before, if one is known. */
  readonly lastExitCode: number | undefined;
  started: boolean | undefined;
  ready: boolean;
}

export interface PodStatus {
  readonly containers: ReadonlyMap<string, ContainerStatus>;
  readonly phase: PodPhase;
}

/** What the status is made from, besides the snapshot. */
export interface StatusSource {
  readonly pod: PodModel;
  readonly old: PodStatus | undefined;
  readonly isDeleted: boolean;
  readonly isTerminal: boolean;
  /** Containers whose last start failed. (reasonCache) */
  readonly backingOff: ReadonlySet<string>;
  readonly startup: ReadonlyMap<number, ProbeResult>;
  readonly readiness: ReadonlyMap<number, ProbeResult>;
  cutToSecond(time: number): number;
  hasWorker(container: string, kind: "startup" | "readiness"): boolean;
  trigger(container: string): void;
}

export function generateStatus(snapshot: Snapshot, source: StatusSource): PodStatus {
  const { pod, old } = source;
  const containers = new Map<string, ContainerStatus>();
  for (const container of [...pod.containers, ...pod.init]) {
    containers.set(container.name, convert(snapshot, container, source));
  }
  const hasAppStarted = pod.containers.some(({ name }) => newestLife(snapshot, name) !== undefined);
  let phase = phaseOf(pod, containers, source.isTerminal, hasAppStarted);
  const oldPhase = old?.phase;
  if (phase !== "Failed" && phase !== "Succeeded" && (oldPhase === "Failed" || oldPhase === "Succeeded")) {
    phase = oldPhase;
  }
  for (const container of [...pod.containers, ...pod.init]) {
    const status = containers.get(container.name);
    if (status !== undefined) setReadiness(container, status, source);
  }
  return { containers, phase };
}

function convert(snapshot: Snapshot, container: ContainerModel, source: StatusSource): ContainerStatus {
  const old = source.old?.containers.get(container.name);
  const life = newestLife(snapshot, container.name);
  const status = life === undefined ? missing(container, old) : fromLife(snapshot, life, old, source);
  const isDone = container.kind === "init" && life?.state === "exited" && life.exitCode === 0;
  if (isDone || !isToBeStarted(source.pod, container, life, source.isDeleted)) return status;
  if (!source.backingOff.has(container.name)) return status;
  const lastExitCode = status.state === "terminated" ? status.exitCode : status.lastExitCode;
  return { ...status, state: "waiting", isBackingOff: true, lastExitCode };
}

function missing(container: ContainerModel, old: ContainerStatus | undefined): ContainerStatus {
  if (old?.state === "terminated") return { ...old };
  return {
    name: container.name,
    id: undefined,
    state: "waiting",
    isBackingOff: false,
    startedAt: 0,
    exitCode: 0,
    lastExitCode: old?.lastExitCode,
    started: undefined,
    ready: false,
  };
}

function fromLife(
  snapshot: Snapshot,
  life: Life,
  old: ContainerStatus | undefined,
  source: StatusSource,
): ContainerStatus {
  const isRunning = life.state === "running";
  const before = snapshot.lives.findLast(({ name, id }) => name === life.name && id !== life.id);
  return {
    name: life.name,
    id: life.id,
    state: isRunning ? "running" : life.state === "exited" ? "terminated" : "waiting",
    isBackingOff: false,
    startedAt: source.cutToSecond(life.startedAt),
    exitCode: life.exitCode,
    lastExitCode: before?.state === "exited" ? before.exitCode : old?.lastExitCode,
    // `started` is carried over by the container's name, even from the life before. (convertToAPIContainerStatuses)
    started: isRunning ? old?.started : undefined,
    ready: false,
  };
}

/** pkg/kubelet/container: ShouldContainerBeRestarted. */
export function isToBeStarted(
  pod: PodModel,
  container: ContainerModel,
  life: Life | undefined,
  isDeleted: boolean,
): boolean {
  if (isDeleted) return false;
  if (life === undefined || life.state === "created") return true;
  return life.state === "exited" && shouldRestart(pod, container, life.exitCode);
}

function setReadiness(container: ContainerModel, status: ContainerStatus, source: StatusSource): void {
  status.started = isStarted(status, source);
  if (container.kind === "init") {
    status.ready = status.state === "terminated" && status.exitCode === 0;
    return;
  }
  if (!status.started) return;
  const isHealthy = source.readiness.get(status.id ?? 0) === "success";
  const hasWorker = source.hasWorker(container.name, "readiness");
  status.ready = isHealthy || !hasWorker;
  if (!isHealthy && hasWorker) source.trigger(container.name);
}

function isStarted(status: ContainerStatus, source: StatusSource): boolean {
  if (status.state !== "running") return false;
  const result = source.startup.get(status.id ?? 0);
  if (result !== undefined) return result === "success";
  return status.started === true || !source.hasWorker(status.name, "startup");
}

/** The pod's condition Ready: all app containers and sidecars. (pkg/kubelet/status: GeneratePodReadyCondition) */
export function isPodReady(pod: PodModel, status: PodStatus): boolean {
  if (status.phase === "Succeeded" || status.phase === "Failed" || pod.isGated) return false;
  return [...pod.containers, ...pod.init].every(
    container => container.kind === "init" || status.containers.get(container.name)?.ready === true,
  );
}

interface Counts {
  pending: number;
  pendingSidecars: number;
  isInitFailed: boolean;
  unknownOrWaiting: number;
  running: number;
  stopped: number;
  stoppedForGood: number;
  succeeded: number;
}

function phaseOf(
  pod: PodModel,
  statuses: ReadonlyMap<string, ContainerStatus>,
  isTerminal: boolean,
  hasAppStarted: boolean,
): PodPhase {
  const counts: Counts = {
    pending: 0,
    pendingSidecars: 0,
    isInitFailed: false,
    unknownOrWaiting: 0,
    running: 0,
    stopped: 0,
    stoppedForGood: 0,
    succeeded: 0,
  };
  for (const container of [...pod.init, ...pod.containers]) {
    const status = statuses.get(container.name);
    if (status === undefined) continue;
    if (container.kind === "init") countInit(counts, pod, container, status);
    else if (container.kind === "sidecar") countSidecar(counts, status);
    else countApp(counts, pod, container, status);
  }
  if (counts.isInitFailed) return "Failed";
  if (counts.pending > 0 || (counts.pendingSidecars > 0 && !hasAppStarted) || counts.unknownOrWaiting > 0) {
    return "Pending";
  }
  if (counts.running > 0) return "Running";
  if (counts.stopped === 0) return "Pending";
  if (!isTerminal && counts.stopped !== counts.stoppedForGood) return "Running";
  return counts.stopped === counts.succeeded ? "Succeeded" : "Failed";
}

function countInit(counts: Counts, pod: PodModel, container: ContainerModel, status: ContainerStatus): void {
  const exitCode = status.state === "terminated" ? status.exitCode : status.lastExitCode;
  if (status.state === "running" || exitCode === undefined) counts.pending++;
  else if (exitCode !== 0 && !shouldRestart(pod, container, exitCode)) counts.isInitFailed = true;
  else if (exitCode !== 0) counts.pending++;
}

function countSidecar(counts: Counts, status: ContainerStatus): void {
  if (status.state === "running") {
    counts.running++;
    if (status.started !== true) counts.pendingSidecars++;
  } else if (status.state === "waiting" && status.lastExitCode === undefined) {
    counts.pendingSidecars++;
    counts.unknownOrWaiting++;
  }
}

function countApp(counts: Counts, pod: PodModel, container: ContainerModel, status: ContainerStatus): void {
  if (status.state === "running") counts.running++;
  else if (status.state === "waiting" && status.lastExitCode === undefined) counts.unknownOrWaiting++;
  else {
    const isTerminated = status.state === "terminated";
    counts.stopped++;
    const exitCode = isTerminated ? status.exitCode : (status.lastExitCode ?? 0);
    if (!shouldRestart(pod, container, exitCode)) counts.stoppedForGood++;
    if (isTerminated && exitCode === 0) counts.succeeded++;
  }
}
