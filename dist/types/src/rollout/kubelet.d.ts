import { type Clock } from "./clock.ts";
import type { Snapshot } from "./container.ts";
import { type Process } from "./process.ts";
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
export type SyncEnd = {
    readonly kind: "done" | "terminal" | "terminated";
} | {
    readonly kind: "failed";
    readonly retryAt: number;
};
export declare class PodWorker {
    private readonly clock;
    private readonly phase;
    private readonly look;
    private readonly sync;
    private cache;
    private isPending;
    private isWorking;
    private isFinished;
    private lastSync;
    private newer;
    private relist;
    private hasChange;
    private resync;
    private draws;
    private changes;
    private earlyLeft;
    private earlyAt;
    constructor(clock: Clock, phase: LoopPhase, look: () => Snapshot, sync: (snapshot: Snapshot) => Process<SyncEnd>);
    /** podWorkers.UpdatePod: there is something to sync. Several before the next sync are one. */
    update(): void;
    /** The runtime has changed: the next relist sees it. */
    changed(): void;
    private loop;
    /** Whether the cache is newer than the last sync. (pkg/kubelet/container: cache.GetNewerThan) */
    private isNewer;
    private lastRelist;
    private planRelist;
    private runRelist;
    private noticed;
    private complete;
    /** The pod is due after the delay or up to half as long again, and is found by the first tick after that. */
    private enqueue;
    private resyncTime;
}
/** The offset of a phase given in seconds. */
export declare function offset(secondsAfter: number): number;
