// How containers are stopped: preStop, the order of sidecars, SIGTERM, SIGKILL. (pkg/kubelet/kuberuntime: killContainer, terminationOrdering)

import { hookSeconds } from "./app.ts";
import { MINIMUM_SIGTERM_SECONDS } from "./arithmetic.ts";
import { type Clock, microseconds, SECOND } from "./clock.ts";
import type { RunningLife, Runtime } from "./container.ts";
import type { ContainerModel, PodModel } from "./podspec.ts";
import { begin, firstOf, type Process, Signal } from "./process.ts";
import type { KillReason, Recorder } from "./timeline.ts";

export interface Terminator {
  readonly clock: Clock;
  readonly runtime: Runtime;
  readonly recorder: Recorder;
  readonly pod: PodModel;
}

/** Containers whose end a container has to wait for, as long as its grace period lasts. */
type Ordering = ReadonlyMap<string, readonly Signal[]>;

export function* killContainer(
  host: Terminator,
  container: ContainerModel,
  life: RunningLife,
  reason: KillReason,
  graceSeconds: number,
  ordering?: Ordering,
): Process {
  const { clock } = host;
  host.recorder.killing(container.name, clock.now, reason);
  let grace = graceSeconds;
  if (container.preStop !== undefined && grace > 0) {
    const hook = microseconds(hookSeconds(container.preStop, life.app?.preStopSeconds));
    const from = clock.now;
    yield firstOf(clock, Math.min(hook, grace * SECOND), life.died);
    grace -= wholeSeconds(clock.now - from);
  }
  const prerequisites = ordering?.get(container.name) ?? [];
  if (prerequisites.length > 0 && grace > 0) {
    const from = clock.now;
    const until = from + grace * SECOND;
    for (const signal of prerequisites) {
      if (clock.now < until && !signal.isFired) yield firstOf(clock, until - clock.now, signal);
    }
    grace -= wholeSeconds(clock.now - from);
  }
  yield* host.runtime.stop(life, Math.max(grace, MINIMUM_SIGTERM_SECONDS));
}

/** All containers at once, sidecars in reverse order after the app's. */
export function* killPod(host: Terminator, lives: readonly RunningLife[], graceSeconds: number): Process {
  const ends = new Map(lives.map(life => [life.name, new Signal()]));
  const ordering = terminationOrder(host.pod, ends);
  const all = [...host.pod.containers, ...host.pod.init];
  for (const life of lives) {
    const container = all.find(({ name }) => name === life.name);
    if (container === undefined) continue;
    const killing = killContainer(host, container, life, "stop", graceSeconds, ordering);
    begin(host.clock, killing).whenFired(() => ends.get(life.name)?.fire());
  }
  for (const end of ends.values()) if (!end.isFired) yield end;
}

function terminationOrder(pod: PodModel, ends: ReadonlyMap<string, Signal>): Ordering {
  const endOf = ({ name }: ContainerModel) => ends.get(name);
  const order = new Map<string, Signal[]>();
  const apps = pod.containers.map(endOf);
  let later: Signal | undefined;
  for (const container of [...pod.init].reverse()) {
    if (container.kind !== "sidecar") continue;
    order.set(
      container.name,
      [...apps, later].filter(signal => signal !== undefined),
    );
    later = endOf(container) ?? later;
  }
  return order;
}

function wholeSeconds(time: number): number {
  return Math.floor(time / SECOND);
}

/** The grace period of a kill that is not a deletion: the probe's own, else the pod's. (setTerminationGracePeriod) */
export function graceFor(pod: PodModel, container: ContainerModel, reason: KillReason): number {
  const probe = reason === "stop" ? undefined : container.probes[reason];
  return probe?.graceSeconds ?? pod.graceSeconds;
}
