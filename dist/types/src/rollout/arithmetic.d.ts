import { type Timing } from "../kubernetes/probe.ts";
/** Both ends over all phases that nobody controls. */
export interface Bounds {
    readonly earliest: number;
    readonly latest: number;
}
/** pkg/kubelet: genericPlegRelistPeriod. How long a change of a container, or a second sync of its pod, may wait to be noticed. */
export declare const RELIST_SECONDS = 1;
/** pkg/kubelet/kuberuntime: minimumGracePeriodInSeconds. */
export declare const MINIMUM_SIGTERM_SECONDS = 2;
/** pkg/apis/core/v1: DefaultTerminationGracePeriodSeconds of a pod. */
export declare const DEFAULT_GRACE_SECONDS = 30;
/** pkg/kubelet: initialCrashLoopBackOff, MaxCrashLoopBackOff; forgotten after twice the cap. */
export declare const INITIAL_BACK_OFF_SECONDS = 10;
export declare const MAX_BACK_OFF_SECONDS = 300;
export declare const BACK_OFF_FORGOTTEN_SECONDS = 600;
/** pkg/kubelet: SyncFrequency, the longest pause between two syncs of a pod, times 1 to 1.5. */
export declare const RESYNC_SECONDS = 60;
/** The numbers of a probe as the kubelet runs it: absent ones and explicit zeros become the defaults. (pkg/apis/core/v1: SetDefaults_Probe) */
export declare function effectiveTiming(probe: Partial<Timing>): Timing;
/**
 * Time from one attempt to the next when each takes `attempt` seconds: max(periodSeconds, attempt). Attempts of one probe never overlap; ticks that
 * pass during one are merged into a single one right after it. (pkg/kubelet/prober: worker.run)
 */
export declare function spacing(probe: Timing, attempt?: number): number;
/** From the first to the end of the last of `failureThreshold` attempts: (failureThreshold - 1) x spacing + attempt. */
export declare function failureRun(probe: Timing, attempt?: number): number;
/** What the documentation gives an application to start: initialDelaySeconds + failureThreshold x periodSeconds. */
export declare function documentedStartupBudget(probe: Timing): number;
/**
 * What a liveness or startup probe really guarantees, in the worst phase (exclusive): max(initialDelaySeconds - 1, 0) + (failureThreshold - 1) x
 * periodSeconds. An application that answers no later than this is never killed.
 */
export declare function guaranteedStartupBudget(probe: Timing): number;
/** The first attempt of a liveness or startup probe that reaches the container. The ticker runs since the pod was added to the node. */
export declare function firstAttempt(probe: Timing): Bounds;
/** The decision to kill a container that never answers well; `attempt` is 0 when connections are refused, timeoutSeconds when they hang. */
export declare function neverHealthyKill(probe: Timing, attempt?: number): Bounds;
/** Seconds from a fault of a container in service to the decision to kill it (liveness). The last second is the next relist. */
export declare function killAfterFault(probe: Timing, attempt?: number): Bounds;
/** Seconds from a fault of a ready container to its pod not being Ready (readiness), before any propagation to those who route. */
export declare function notReadyAfterFault(probe: Timing, attempt?: number): Bounds;
/**
 * The first readiness attempt that counts, of a container without startup probe. The syncs of the first seconds trigger attempts and restart the ticker
 * (pkg/kubelet/prober: manager.UpdatePodStatus); from the last one on there is one every period, and those before initialDelaySeconds are skipped.
 */
export declare function firstReadinessAttempt(probe: Timing): Bounds;
/**
 * When a container that is healthy from its start becomes ready. Triggered attempts count towards successThreshold, so that it is not successThreshold
 * periods: up to two of them come at once.
 */
export declare function readyAfterStart(probe: Timing): Bounds;
/** Seconds from the moment a container in service answers well again to Ready; `attempt` is how long an answer takes. */
export declare function readyAfterRecovery(probe: Timing, attempt?: number): Bounds;
/**
 * The wait before the n-th restart (1 is the first): 0, 10, 20, 40, 80, 160, 300, 300, …, counted from an exit; after a probe's kill from the exit
 * before it. (pkg/kubelet/kuberuntime: doBackOff; client-go util/flowcontrol: Backoff)
 */
export declare function restartBackOff(restart: number): number;
/**
 * The starts of a container that ends by itself after `runSeconds`: the textbook series is the lower edge. The wait counts from the exit. A failed sync is
 * repeated after the rest of the wait, at most 60 s at a time, times 1 to 1.5, and then by the next tick. (pkg/kubelet: podWorkers.completeWork)
 */
export declare function crashLoopStarts(runSeconds: number, count: number): Bounds[];
export interface Shutdown {
    /** The pod's terminationGracePeriodSeconds, or the probe's for its own kill, or that of the deletion. */
    readonly graceSeconds: number;
    readonly preStopSeconds?: number;
    /** From SIGTERM to the exit; Infinity when the process ignores it. */
    readonly shutdownSeconds: number;
}
export interface ShutdownTimes {
    /** Seconds after the decision. */
    readonly sigterm: number;
    readonly exit: number;
    readonly isKilled: boolean;
}
/**
 * preStop runs inside the grace period and is cut off at its end; SIGTERM has the rest of it, at least 2 s, then SIGKILL. A grace period of 0 skips
 * preStop. (pkg/kubelet/kuberuntime: killContainer)
 */
export declare function shutdownTimes(shutdown: Shutdown): ShutdownTimes;
/** Seconds from a deadlock to the start of the next life, without back-off: detection, then the shutdown. */
export declare function restartAfterFault(liveness: Timing, shutdown: Shutdown, attempt?: number): Bounds;
/**
 * Whether a broken container is out of rotation before its restart begins, in every phase: periodSeconds + the readiness probe's failure run +
 * propagation <= (failureThreshold - 1) x periodSeconds of the liveness probe.
 */
export declare function isDrainedBeforeRestart(readiness: Timing, liveness: Timing, propagationSeconds?: number): boolean;
