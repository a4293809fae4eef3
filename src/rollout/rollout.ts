// One rollout from the new template to the last old pod: what the controllers do, instant by instant, given how long pods take.

import { Clock, microseconds, type RunEnd, seconds } from "./clock.ts";
import type { Action, Condition, Controller } from "./controller.ts";
import { DaemonSet } from "./daemonset.ts";
import { Deployment } from "./deployment.ts";
import { Fleet, type PodTiming, type Replica, type ReplicaEvent } from "./replica.ts";
import {
  daemonSetSpec,
  deploymentSpec,
  kindOf,
  MAX_SECONDS,
  minReadySecondsOf,
  nameOf,
  statefulSetSpec,
} from "./spec.ts";
import { StatefulSet } from "./statefulset.ts";

export interface RolloutParams {
  /** Pods of the version that runs before t = 0. */
  readonly old: PodTiming;
  /** Pods of every later version. */
  readonly new: PodTiming;
  /** False: nothing is updated, only the actions happen. */
  readonly update?: boolean;
  readonly actions?: readonly Action[];
  /** Nodes of a DaemonSet. */
  readonly nodes?: number;
  readonly featureGates?: Readonly<Record<string, boolean>>;
  readonly limitSeconds?: number;
  readonly maxEvents?: number;
}

/** The state from `t` until the next entry. Pods are those without a deletion timestamp. */
export interface RolloutEntry {
  readonly t: number;
  readonly old: number;
  readonly new: number;
  readonly oldReady: number;
  readonly newReady: number;
  readonly available: number;
  readonly terminating: number;
  /** Sums of the ReplicaSets' spec.replicas; 0 for kinds without ReplicaSets. */
  readonly specOld: number;
  readonly specNew: number;
}

export interface RolloutAggregates {
  readonly minReady: number;
  readonly minAvailable: number;
  readonly maxPods: number;
  /** Deployments only; counts states that last milliseconds. */
  readonly maxSpecReplicas?: number;
  readonly maxPodsWithTerminating: number;
  /** When `kubectl rollout status` returns; null when it does not. */
  readonly rolloutDoneAt: number | null;
  readonly zeroReadySeconds: number;
  readonly zeroAvailableSeconds: number;
  readonly progressDeadlineExceededAt: number | null;
  /** The deletion of the last old pod; null while there is one. */
  readonly lastOldPodDeletedAt: number | null;
  readonly finalOld: number;
  readonly finalNew: number;
  readonly finalReady: number;
  readonly observedUntil: number;
}

/** The life of one pod; null for what did not happen. Pods from before the rollout have no creation or readiness of their own. */
export interface PodLife {
  readonly name: string;
  readonly version: number;
  readonly created: number | null;
  readonly ready: number | null;
  readonly deleted: number | null;
  readonly gone: number | null;
}

export interface RolloutTimeline {
  readonly kind: string;
  readonly entries: readonly RolloutEntry[];
  readonly conditions: readonly Condition[];
  readonly aggregates: RolloutAggregates;
  readonly pods: readonly PodLife[];
  /** The ReplicaSets of a Deployment at the end; version 1 is the one from before. */
  readonly replicaSets: readonly { readonly version: number; readonly replicas: number }[];
  /** `bounded`: the run was cut off at the bound on events. */
  readonly end: RunEnd | "done";
  readonly events: number;
}

const DEFAULT_LIMIT_SECONDS = 86_400;
const MAX_EVENTS = 500_000;
/** Passes within one instant; a controller that is not at rest by then is not converging. */
const MAX_PASSES = 100_000;

/** True for kinds that this module can roll out. */
export function isRolledOut(kind: string): boolean {
  return kind === "Deployment" || kind === "StatefulSet" || kind === "DaemonSet";
}

/** Simulates the rollout of a manifest given as plain data. Kinds other than those of `isRolledOut` are treated as a Deployment. */
export function simulateRollout(manifest: unknown, params: RolloutParams): RolloutTimeline {
  return new Run(manifest, params).run();
}

class Run {
  private readonly kind: string;
  private readonly params: RolloutParams;
  private readonly clock: Clock;
  private readonly fleet: Fleet;
  private readonly controller: Controller;
  private readonly entries: RolloutEntry[] = [];
  private readonly limit: number;
  private actionsLeft = 0;
  private isWoken = false;
  private isScheduled = false;
  private doneAt: number | null = null;
  private finishedAt: number | undefined;

  constructor(manifest: unknown, params: RolloutParams) {
    this.kind = kindOf(manifest);
    this.params = params;
    this.limit = Math.min(Math.max(0, params.limitSeconds ?? DEFAULT_LIMIT_SECONDS), MAX_SECONDS);
    this.clock = new Clock(0, params.maxEvents ?? MAX_EVENTS);
    const timing = (version: number): PodTiming => (version === 1 ? params.old : params.new);
    this.fleet = new Fleet(this.clock, minReadySecondsOf(manifest), timing, (replica, event) =>
      this.hear(replica, event),
    );
    this.controller = this.controllerOf(manifest);
  }

  private controllerOf(manifest: unknown): Controller {
    const { featureGates, nodes } = this.params;
    const wakeUp = () => this.wake();
    if (this.kind === "StatefulSet") {
      const spec = statefulSetSpec(manifest, featureGates?.MaxUnavailableStatefulSet ?? false);
      return new StatefulSet(spec, this.fleet, nameOf(manifest));
    }
    if (this.kind === "DaemonSet") return new DaemonSet(daemonSetSpec(manifest, nodes ?? 3), this.fleet, wakeUp);
    return new Deployment(deploymentSpec(manifest), this.fleet, wakeUp);
  }

  run(): RolloutTimeline {
    this.controller.establish();
    if (this.params.update !== false) this.controller.act({ at: 0, do: "update", version: 2 });
    for (const action of this.params.actions ?? []) {
      if (!(action.at >= 0)) continue;
      this.actionsLeft++;
      this.clock.at(microseconds(Math.min(action.at, MAX_SECONDS)), () => this.perform(action));
    }
    this.wake();
    const end = this.clock.run(microseconds(this.limit));
    return this.result(end);
  }

  private perform(action: Action): void {
    this.actionsLeft--;
    this.controller.act(action);
    this.wake();
  }

  private hear(replica: Replica, event: ReplicaEvent): void {
    if (this.controller.observe(replica, event)) this.isWoken = true;
    this.schedule();
  }

  private wake(): void {
    this.isWoken = true;
    this.schedule();
  }

  /** The controllers act when everything that is due at this instant has happened. */
  private schedule(): void {
    if (this.isScheduled || this.isOver()) return;
    this.isScheduled = true;
    this.clock.at(this.clock.now, () => this.settle());
  }

  private isOver(): boolean {
    return this.finishedAt !== undefined && this.clock.now > this.finishedAt;
  }

  private settle(): void {
    this.isScheduled = false;
    // What no controller notices changes nothing in the cluster, so it is no entry either.
    if (!this.isWoken) return;
    this.isWoken = false;
    for (let pass = 0; pass < MAX_PASSES && this.controller.sync(); pass++);
    this.controller.settled?.();
    this.record();
    if (this.doneAt === null && this.actionsLeft === 0 && this.controller.isDone()) this.doneAt = this.clock.now;
    if (this.doneAt !== null && this.fleet.counts.terminating === 0) this.finishedAt ??= this.clock.now;
  }

  private record(): void {
    const t = seconds(this.clock.now);
    const { controller, fleet } = this;
    const entry = { t, ...fleet.counts, specOld: controller.specOld(), specNew: controller.specNew() };
    if (this.entries.at(-1)?.t === t) this.entries.pop();
    const last = this.entries.at(-1);
    if (last === undefined || !isSameState(last, entry)) this.entries.push(entry);
  }

  private result(end: RunEnd): RolloutTimeline {
    const until = this.finishedAt === undefined ? this.endOf(end) : seconds(this.finishedAt);
    const { controller } = this;
    return {
      kind: this.kind,
      entries: this.entries,
      conditions: controller.conditions ?? [],
      aggregates: this.aggregates(until),
      pods: this.fleet.replicas.map(replica => lifeOf(replica, controller)),
      replicaSets: controller.replicaSets ?? [],
      end: this.finishedAt === undefined ? end : "done",
      events: this.clock.count,
    };
  }

  private endOf(end: RunEnd): number {
    return end === "bounded" ? seconds(this.clock.now) : this.limit;
  }

  private aggregates(until: number): RolloutAggregates {
    const { entries, controller } = this;
    const last = entries.at(-1);
    const least = (value: (entry: RolloutEntry) => number) =>
      entries.reduce((result, entry) => Math.min(result, value(entry)), Number.POSITIVE_INFINITY);
    const most = (value: (entry: RolloutEntry) => number) =>
      entries.reduce((result, entry) => Math.max(result, value(entry)), 0);
    const exceeded = controller.conditions?.find(({ reason }) => reason === "ProgressDeadlineExceeded");
    return {
      minReady: least(entry => entry.oldReady + entry.newReady),
      minAvailable: least(entry => entry.available),
      maxPods: most(entry => entry.old + entry.new),
      ...(controller.maxSpecReplicas === undefined ? {} : { maxSpecReplicas: controller.maxSpecReplicas }),
      maxPodsWithTerminating: most(entry => entry.old + entry.new + entry.terminating),
      rolloutDoneAt: this.doneAt === null ? null : seconds(this.doneAt),
      zeroReadySeconds: spanOf(entries, until, entry => entry.oldReady + entry.newReady === 0),
      zeroAvailableSeconds: spanOf(entries, until, entry => entry.available === 0),
      progressDeadlineExceededAt: exceeded?.t ?? null,
      lastOldPodDeletedAt: this.lastOldDeletion(last),
      finalOld: last?.old ?? 0,
      finalNew: last?.new ?? 0,
      finalReady: (last?.oldReady ?? 0) + (last?.newReady ?? 0),
      observedUntil: until,
    };
  }

  private lastOldDeletion(last: RolloutEntry | undefined): number | null {
    if (last === undefined || last.old > 0) return null;
    let latest: number | null = null;
    for (const { version, deletedAt } of this.fleet.replicas)
      if (version === 1 && deletedAt !== undefined) latest = Math.max(latest ?? 0, seconds(deletedAt));
    return latest;
  }
}

function isSameState(a: RolloutEntry, b: RolloutEntry): boolean {
  return (
    a.old === b.old &&
    a.new === b.new &&
    a.oldReady === b.oldReady &&
    a.newReady === b.newReady &&
    a.available === b.available &&
    a.terminating === b.terminating &&
    a.specOld === b.specOld &&
    a.specNew === b.specNew
  );
}

/** How long a condition holds between the first entry and `until`. */
export function spanOf(
  entries: readonly RolloutEntry[],
  until: number,
  holds: (entry: RolloutEntry) => boolean,
): number {
  let total = 0;
  for (const [index, entry] of entries.entries())
    if (holds(entry)) total += Math.max(0, (entries[index + 1]?.t ?? until) - entry.t);
  return Math.round(total * 1000) / 1000;
}

/** When pods of both versions are ready, from the first such moment to the last; undefined when that never happens. */
export function overlapOf({ entries, aggregates }: RolloutTimeline): { from: number; until: number } | undefined {
  const isMixed = ({ oldReady, newReady }: RolloutEntry) => oldReady > 0 && newReady > 0;
  const from = entries.find(isMixed)?.t;
  const last = entries.findLastIndex(isMixed);
  return from === undefined ? undefined : { from, until: entries[last + 1]?.t ?? aggregates.observedUntil };
}

function lifeOf(replica: Replica, controller: Controller): PodLife {
  const moment = (time: number | undefined) => (time === undefined || !Number.isFinite(time) ? null : seconds(time));
  return {
    name: controller.nameOf?.(replica) ?? `v${replica.version}-${replica.serial}`,
    version: replica.version,
    created: moment(replica.createdAt),
    ready: moment(replica.readyAt),
    deleted: moment(replica.deletedAt),
    gone: moment(replica.goneAt),
  };
}
