// A pod as controllers see it — created, ready, available, deleted, gone — and the fleet of all pods of one workload.

import { type Clock, microseconds, type Timer } from "./clock.ts";

/** What a controller hears about its pods besides its own doings. */
export type ReplicaEvent = "ready" | "available" | "gone";
export type ReplicaState = "starting" | "ready" | "terminating" | "gone";

export interface Replica {
  /** 1 is the version that ran before the rollout. */
  readonly version: number;
  /** The ordinal of a StatefulSet's pod, the node of a DaemonSet's, the running number otherwise. */
  readonly slot: number;
  /** Order of creation over the whole fleet. */
  readonly serial: number;
  readonly createdAt: number;
  readyAt: number | undefined;
  deletedAt: number | undefined;
  goneAt: number | undefined;
  state: ReplicaState;
  /** Ready for minReadySeconds (pkg/api/v1/pod: IsPodAvailable). */
  isAvailable: boolean;
  wake: Timer | undefined;
}

/** How the node treats the pods of one version. A function gets the running number of the pod within its version, from 0. */
export interface PodTiming {
  /** From creation to Ready; negative: never. */
  readonly readySeconds: number | ((index: number) => number);
  /** From deletion to disappearance. */
  readonly terminationSeconds: number | ((index: number) => number);
  /** Running numbers of pods that never get ready. */
  readonly neverIndex?: number | readonly number[];
}

export interface FleetCounts {
  old: number;
  new: number;
  oldReady: number;
  newReady: number;
  available: number;
  terminating: number;
}

function secondsOf(value: PodTiming["readySeconds"], index: number): number {
  const number = typeof value === "function" ? value(index) : value;
  return Number.isFinite(number) ? number : -1;
}

function isNever(timing: PodTiming, index: number): boolean {
  const never = timing.neverIndex;
  return typeof never === "number" ? never === index : (never?.includes(index) ?? false);
}

/** Pods with their clocks: readiness, minReadySeconds and termination. Everything else is the controllers' doing. */
export class Fleet {
  readonly clock: Clock;
  readonly counts: FleetCounts = { old: 0, new: 0, oldReady: 0, newReady: 0, available: 0, terminating: 0 };
  /** Every pod that ever was, in order of creation. */
  readonly replicas: Replica[] = [];
  private readonly minReady: number;
  private readonly timing: (version: number) => PodTiming;
  private readonly onChange: (replica: Replica, event: ReplicaEvent) => void;
  private readonly created = new Map<number, number>();

  constructor(
    clock: Clock,
    minReadySeconds: number,
    timing: (version: number) => PodTiming,
    onChange: (replica: Replica, event: ReplicaEvent) => void,
  ) {
    this.clock = clock;
    this.minReady = microseconds(Math.max(0, minReadySeconds));
    this.timing = timing;
    this.onChange = onChange;
  }

  /** A pod that has been there, ready and available, since before anyone looked. */
  establish(version: number, slot: number): Replica {
    this.created.set(version, (this.created.get(version) ?? 0) + 1);
    const replica = this.add(version, slot, Number.NEGATIVE_INFINITY);
    this.makeReady(replica);
    this.makeAvailable(replica);
    return replica;
  }

  create(version: number, slot: number): Replica {
    const index = this.created.get(version) ?? 0;
    this.created.set(version, index + 1);
    const timing = this.timing(version);
    const replica = this.add(version, slot, this.clock.now);
    const ready = isNever(timing, index) ? -1 : secondsOf(timing.readySeconds, index);
    if (ready >= 0) replica.wake = this.clock.after(microseconds(ready), () => this.becomeReady(replica));
    return replica;
  }

  delete(replica: Replica): void {
    if (replica.state === "terminating" || replica.state === "gone") return;
    this.leave(replica);
    replica.state = "terminating";
    replica.deletedAt = this.clock.now;
    this.counts.terminating++;
    this.clock.cancel(replica.wake);
    const grace = secondsOf(this.timing(replica.version).terminationSeconds, replica.serial);
    replica.wake = this.clock.after(microseconds(Math.max(0, grace)), () => this.vanish(replica));
  }

  private add(version: number, slot: number, createdAt: number): Replica {
    const replica: Replica = {
      version,
      slot,
      serial: this.replicas.length,
      createdAt,
      readyAt: undefined,
      deletedAt: undefined,
      goneAt: undefined,
      state: "starting",
      isAvailable: false,
      wake: undefined,
    };
    this.replicas.push(replica);
    if (version === 1) this.counts.old++;
    else this.counts.new++;
    return replica;
  }

  private becomeReady(replica: Replica): void {
    this.makeReady(replica);
    this.onChange(replica, "ready");
    if (this.minReady === 0) this.becomeAvailable(replica);
    else replica.wake = this.clock.after(this.minReady, () => this.becomeAvailable(replica));
  }

  private becomeAvailable(replica: Replica): void {
    this.makeAvailable(replica);
    this.onChange(replica, "available");
  }

  private makeReady(replica: Replica): void {
    replica.state = "ready";
    replica.readyAt = replica.createdAt === Number.NEGATIVE_INFINITY ? replica.createdAt : this.clock.now;
    if (replica.version === 1) this.counts.oldReady++;
    else this.counts.newReady++;
  }

  private makeAvailable(replica: Replica): void {
    replica.isAvailable = true;
    this.counts.available++;
  }

  private leave(replica: Replica): void {
    const isReady = replica.state === "ready";
    if (replica.isAvailable) this.counts.available--;
    if (replica.version === 1) {
      this.counts.old--;
      if (isReady) this.counts.oldReady--;
    } else {
      this.counts.new--;
      if (isReady) this.counts.newReady--;
    }
  }

  private vanish(replica: Replica): void {
    replica.state = "gone";
    replica.goneAt = this.clock.now;
    this.counts.terminating--;
    this.onChange(replica, "gone");
  }
}

/** Counts towards its controller: a pod with a deletion timestamp no longer does (pkg/controller: FilterActivePods). */
export function isActive(replica: Replica): boolean {
  return replica.state === "starting" || replica.state === "ready";
}
