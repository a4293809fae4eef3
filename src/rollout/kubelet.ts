// The kubelet's loops around one pod, in virtual time: PLEG relists, the pod worker, the work queue of re-syncs, and the results of probes. (pkg/kubelet:
// Kubelet.syncLoopIteration, podWorkers.podWorkerLoop, completeWork; pkg/kubelet/pleg: GenericPLEG.Relist)

import { type Clock, microseconds, SECOND, type Timer } from "./clock.ts";
import type { Snapshot } from "./container.ts";
import { begin, type Process, Signal } from "./process.ts";

/** Phases in microseconds of simulated time. */
export interface LoopPhase {
  /** Relists come at this time plus whole seconds. */
  readonly relist: number;
  /** The sync loop looks at the work queue at this time plus whole seconds. */
  readonly tick: number;
  readonly early: readonly number[];
  readonly apart: readonly number[];
  readonly jitter: (draw: number) => number;
  readonly resyncs: readonly number[];
  readonly isIdeal: boolean;
}

/** How a sync ended: `retryAt` is when the first back-off ends. */
export type SyncEnd =
  | { readonly kind: "done" | "terminal" | "terminated" }
  | { readonly kind: "failed"; readonly retryAt: number };

/** pkg/kubelet: SyncFrequency. */
const RESYNC = 60 * SECOND;
/** pkg/kubelet: workerResyncIntervalJitterFactor, workerBackOffPeriodJitterFactor. */
const JITTER = 0.5;

export class PodWorker {
  private readonly clock: Clock;
  private readonly phase: LoopPhase;
  private readonly look: () => Snapshot;
  private readonly sync: (snapshot: Snapshot) => Process<SyncEnd>;
  private cache: Snapshot = { hasSandbox: false, lives: [] };
  private isPending = false;
  private isWorking = false;
  private isFinished = false;
  private lastSync = Number.NEGATIVE_INFINITY;
  private newer: Signal | undefined;
  private relist: Timer | undefined;
  private hasChange = false;
  private resync: Timer | undefined;
  private draws = 0;
  private changes = 0;
  private earlyLeft = 0;
  private earlyAt = Number.NEGATIVE_INFINITY;

  constructor(clock: Clock, phase: LoopPhase, look: () => Snapshot, sync: (snapshot: Snapshot) => Process<SyncEnd>) {
    this.clock = clock;
    this.phase = phase;
    this.look = look;
    this.sync = sync;
  }

  /** podWorkers.UpdatePod: there is something to sync. Several before the next sync are one. */
  update(): void {
    if (this.isFinished) return;
    this.isPending = true;
    if (this.isWorking) return;
    this.isWorking = true;
    begin(this.clock, this.loop());
  }

  /** The runtime has changed: the next relist sees it. */
  changed(): void {
    this.hasChange = true;
    this.planRelist();
  }

  private *loop(): Process {
    while (this.isPending) {
      this.isPending = false;
      if (!this.isNewer()) {
        this.newer = new Signal();
        this.planRelist();
        yield this.newer;
      }
      const end = yield* this.sync(this.cache);
      this.lastSync = this.clock.now;
      this.complete(end);
    }
    this.isWorking = false;
  }

  /** Whether the cache is newer than the last sync. (pkg/kubelet/container: cache.GetNewerThan) */
  private isNewer(): boolean {
    if (this.phase.isIdeal) {
      this.cache = this.look();
      return true;
    }
    const { now } = this.clock;
    if (this.lastRelist(now) > this.lastSync) return true;
    if (this.earlyLeft === 0 || this.earlyAt !== now) return false;
    this.earlyLeft--;
    return true;
  }

  private lastRelist(now: number): number {
    return now - modulo(now - this.phase.relist, SECOND);
  }

  private planRelist(): void {
    if (this.relist !== undefined) return;
    const { now } = this.clock;
    const at = this.phase.isIdeal ? now : this.lastRelist(now) + SECOND;
    this.relist = this.clock.at(at, () => {
      // What else is due at this instant comes first: tickers before the syncs that a relist brings.
      this.relist = this.clock.after(0, () => this.runRelist());
    });
  }

  private runRelist(): void {
    this.relist = undefined;
    const change = this.hasChange ? this.changes++ : undefined;
    if (change !== undefined) {
      this.hasChange = false;
      this.cache = this.look();
      this.earlyLeft = this.phase.early[change] ?? 0;
      this.earlyAt = this.clock.now;
    }
    this.newer?.fire();
    this.newer = undefined;
    if (change !== undefined) this.clock.after(0, () => this.noticed(change));
  }

  private noticed(change: number): void {
    this.update();
    if (this.phase.apart.includes(change)) this.clock.after(0, () => this.update());
  }

  private complete(end: SyncEnd): void {
    if (end.kind === "terminated") {
      this.isFinished = true;
      this.isPending = false;
      this.clock.cancel(this.resync);
    } else if (end.kind === "terminal") this.isPending = true;
    else if (end.kind === "failed") this.enqueue(Math.min(Math.max(end.retryAt - this.clock.now, 0), RESYNC));
    else this.enqueue(RESYNC);
  }

  /** The pod is due after the delay or up to half as long again, and is found by the first tick after that. */
  private enqueue(delay: number): void {
    this.clock.cancel(this.resync);
    const at = this.resyncTime(this.clock.now + delay, delay * JITTER);
    this.resync = this.clock.at(at, () => this.update());
  }

  private resyncTime(earliest: number, spread: number): number {
    const known = this.phase.resyncs.find(time => time > earliest && time <= earliest + spread + SECOND);
    if (known !== undefined) return known;
    const due = earliest + Math.round(spread * this.phase.jitter(this.draws++));
    return this.phase.isIdeal ? due : due + SECOND - modulo(due - this.phase.tick, SECOND);
  }
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}

/** The offset of a phase given in seconds. */
export function offset(secondsAfter: number): number {
  return modulo(microseconds(secondsAfter), SECOND);
}
