// What a sync has to do to a pod. (pkg/kubelet/kuberuntime: computePodActions, computeInitContainerActions)

import { type Life, newestLife, type Snapshot } from "./container.ts";
import type { ContainerModel, PodModel } from "./podspec.ts";
import type { ProbeResult } from "./probe.ts";
import { isToBeStarted } from "./status.ts";
import type { KillReason } from "./timeline.ts";

export interface Kill {
  readonly container: ContainerModel;
  readonly id: number;
  readonly reason: KillReason;
}

export interface PodActions {
  killPod: boolean;
  createSandbox: boolean;
  readonly kills: Kill[];
  readonly initToStart: ContainerModel[];
  readonly toStart: ContainerModel[];
}

export interface ActionSource {
  readonly pod: PodModel;
  readonly isDeleted: boolean;
  readonly liveness: ReadonlyMap<number, ProbeResult>;
  readonly startup: ReadonlyMap<number, ProbeResult>;
}

export function computeActions(snapshot: Snapshot, source: ActionSource): PodActions {
  const { pod } = source;
  const actions: PodActions = {
    killPod: false,
    createSandbox: !snapshot.hasSandbox,
    kills: [],
    initToStart: [],
    toStart: [],
  };
  if (actions.createSandbox) {
    const first = pod.init[0];
    if (first !== undefined) actions.initToStart.push(first);
    else actions.toStart.push(...pod.containers);
    return actions;
  }
  if (!initActions(snapshot, source, actions) || actions.killPod) return actions;
  let kept = 0;
  for (const container of pod.containers) if (appActions(snapshot, source, actions, container)) kept++;
  if (kept === 0 && actions.toStart.length === 0) {
    actions.killPod = true;
    actions.initToStart.length = 0;
  }
  return actions;
}

/** Whether the container is kept as it is. */
function appActions(snapshot: Snapshot, source: ActionSource, actions: PodActions, container: ContainerModel): boolean {
  const life = newestLife(snapshot, container.name);
  if (life === undefined || life.state !== "running") {
    if (isToBeStarted(source.pod, container, life, source.isDeleted)) actions.toStart.push(container);
    return false;
  }
  const reason = failedProbe(life, source);
  if (reason === undefined) return true;
  // A probe's kill asks for the policy alone, not for the rules on exit codes.
  const isRestarted = (container.restartPolicy ?? source.pod.restartPolicy) !== "Never";
  if (isRestarted) actions.toStart.push(container);
  actions.kills.push({ container, id: life.id, reason });
  return false;
}

function failedProbe(life: Life, source: ActionSource): KillReason | undefined {
  if (source.liveness.get(life.id) === "failure") return "liveness";
  return source.startup.get(life.id) === "failure" ? "startup" : undefined;
}

/** Whether initialization is over: from the last init container back to the first. */
function initActions(snapshot: Snapshot, source: ActionSource, actions: PodActions): boolean {
  const { pod } = source;
  if (pod.init.length === 0) return true;
  const isAppUp = pod.containers.some(({ name }) => {
    const state = newestLife(snapshot, name)?.state;
    return state === "running" || state === "created";
  });
  const walk = { isInitialized: isAppUp, isPast: isAppUp, indexes: [] as number[] };
  for (let index = pod.init.length - 1; index >= 0; index--) {
    const container = pod.init[index];
    if (container === undefined) continue;
    const life = newestLife(snapshot, container.name);
    if (life === undefined) {
      if (walk.isPast && container.kind === "sidecar") walk.indexes.push(index);
      continue;
    }
    if (walk.isPast && container.kind !== "sidecar") continue;
    if (!initAction(life, container, index, source, actions, walk)) return false;
    walk.isPast = true;
  }
  if (!walk.isPast) walk.indexes.push(0);
  for (const index of [...new Set(walk.indexes)].reverse()) {
    const container = pod.init[index];
    if (container !== undefined) actions.initToStart.push(container);
  }
  return walk.isInitialized;
}

interface InitWalk {
  isInitialized: boolean;
  /** A later init container has been started, so this one was done with. */
  isPast: boolean;
  readonly indexes: number[];
}

/** False when the pod has failed: a regular init container ended badly and may not be repeated. */
function initAction(
  life: Life,
  container: ContainerModel,
  index: number,
  source: ActionSource,
  actions: PodActions,
  walk: InitWalk,
): boolean {
  const isSidecar = container.kind === "sidecar";
  if (life.state === "created" || (isSidecar && life.state === "exited")) walk.indexes.push(index);
  else if (isSidecar) sidecarAction(life, container, index, source, actions, walk);
  else if (life.state === "exited" && life.exitCode !== 0) {
    if (!isToBeStarted(source.pod, container, life, source.isDeleted)) {
      actions.killPod = true;
      return false;
    }
    walk.indexes.push(index);
  } else if (life.state === "exited") initialized(index, source, walk);
  return true;
}

function initialized(index: number, source: ActionSource, walk: InitWalk): void {
  if (index === source.pod.init.length - 1) walk.isInitialized = true;
  else if (!walk.isPast) walk.indexes.push(index + 1);
}

function sidecarAction(
  life: Life,
  container: ContainerModel,
  index: number,
  source: ActionSource,
  actions: PodActions,
  walk: InitWalk,
): void {
  const kill = (reason: KillReason) => {
    actions.kills.push({ container, id: life.id, reason });
    walk.indexes.push(index);
  };
  if (container.probes.startup !== undefined) {
    const startup = source.startup.get(life.id);
    if (startup === "failure") kill("startup");
    // The next container waits until this one has started; its liveness does not matter for that.
    if (startup !== "success") return;
  }
  initialized(index, source, walk);
  if (source.liveness.get(life.id) === "failure") kill("liveness");
}
