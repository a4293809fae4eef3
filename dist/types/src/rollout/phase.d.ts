/** Seconds. The first three are what timelines of the real kubelet are told by. */
export interface Phase {
    /** The probe workers exist this long before the first app container starts: sandbox, image pull, init containers. */
    readonly workerToStart: number;
    /** The first PLEG relist comes this long after that start; the others every second. */
    readonly relistAfter: number;
    /** The fraction of the wall clock's second at that start: `startedAt` is cut to whole seconds. */
    readonly startFraction: number;
    /**
     * Late: a readiness worker that is triggered by a sync looks at the pod's status before the sync has stored it. A list of numbers: the triggers (from 0)
     * that come late. (pkg/kubelet/prober: manager.UpdatePodStatus is called before status.Manager.SetPodStatus)
     */
    readonly late?: boolean | readonly number[];
    /**
     * For the n-th relist that notices a change of the pod: how many syncs of the same instant need not wait for the next relist, because they ask before
     * the relist has stored its time. (pkg/kubelet/container: cache.GetNewerThan, cache.notify)
     */
    readonly early?: readonly number[];
    /**
     * Numbers of the relists that notice a change whose events (of the sandbox and a container, or of two lives) reach the pod worker apart: the second asks
     * for a sync of its own.
     */
    readonly apart?: readonly number[];
    /** With init containers: from the workers to the first container's creation. Without, it follows from `workerToStart`. */
    readonly sandboxSeconds?: number;
    /** When the sync loop's tick of 1 s comes, after a relist. (pkg/kubelet: Kubelet.syncLoop) */
    readonly syncTick?: number;
    /** The n-th draw of wait.Jitter for a re-sync, 0 to 1: 0 waits as long as told, 1 half as long again. */
    readonly jitter?: (draw: number) => number;
    /** Moments of re-syncs that are known, after the first start: they stand for a draw where they are possible. */
    readonly resyncs?: readonly number[];
    /** The part of its period that the n-th probe worker of a young kubelet sleeps first. (pkg/kubelet/prober: worker.run) */
    readonly sleep?: (worker: number) => number;
    /** The model of the documentation: attempts from initialDelaySeconds on, every period, and everything else at once. */
    readonly isIdeal?: boolean;
}
/** Probes as the documentation tells them. */
export declare const IDEAL: Phase;
/** A small generator of numbers in [0, 1): the same seed, the same numbers. */
export declare function random(seed: number): () => number;
/** One phase of the real kubelet; `periodSeconds` is the longest period of the pod's probes. */
export declare function seededPhase(seed: number, periodSeconds: number): Phase;
