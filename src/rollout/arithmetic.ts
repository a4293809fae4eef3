// Closed forms of what the kubelet does with a probe, in seconds after the container's start unless a function says otherwise.
// They bound the simulator of this folder; messages of rules quote them.

import { PROBE_DEFAULTS, type Timing } from "../kubernetes/probe.ts";

/** Both ends over all phases that nobody controls. */
export interface Bounds {
  readonly earliest: number;
  readonly latest: number;
}

/** pkg/kubelet: genericPlegRelistPeriod. How long a change of a container, or a second sync of its pod, may wait to be noticed. */
export const RELIST_SECONDS = 1;
/** pkg/kubelet/kuberuntime: minimumGracePeriodInSeconds. */
export const MINIMUM_SIGTERM_SECONDS = 2;
/** pkg/apis/core/v1: DefaultTerminationGracePeriodSeconds of a pod. */
export const DEFAULT_GRACE_SECONDS = 30;
/** pkg/kubelet: initialCrashLoopBackOff, MaxCrashLoopBackOff; forgotten after twice the cap. */
export const INITIAL_BACK_OFF_SECONDS = 10;
export const MAX_BACK_OFF_SECONDS = 300;
export const BACK_OFF_FORGOTTEN_SECONDS = 600;
/** pkg/kubelet: SyncFrequency, the longest pause between two syncs of a pod, times 1 to 1.5. */
export const RESYNC_SECONDS = 60;
/** The syncs that follow a container's start restart the ticker of its readiness probe; the last of them comes this long after the start. */
const LAST_TICKER_RESTART_SECONDS = 3;

/** The numbers of a probe as the kubelet runs it: absent ones and explicit zeros become the defaults. (pkg/apis/core/v1: SetDefaults_Probe) */
export function effectiveTiming(probe: Partial<Timing>): Timing {
  return {
    initialDelaySeconds: probe.initialDelaySeconds ?? 0,
    periodSeconds: probe.periodSeconds || PROBE_DEFAULTS.periodSeconds,
    timeoutSeconds: probe.timeoutSeconds || PROBE_DEFAULTS.timeoutSeconds,
    successThreshold: probe.successThreshold || PROBE_DEFAULTS.successThreshold,
    failureThreshold: probe.failureThreshold || PROBE_DEFAULTS.failureThreshold,
  };
}

/**
 * Time from one attempt to the next when each takes `attempt` seconds: max(periodSeconds, attempt). Attempts of one probe never overlap; ticks that
 * pass during one are merged into a single one right after it. (pkg/kubelet/prober: worker.run)
 */
export function spacing(probe: Timing, attempt = 0): number {
  return Math.max(probe.periodSeconds, attempt);
}

/** From the first to the end of the last of `failureThreshold` attempts: (failureThreshold - 1) x spacing + attempt. */
export function failureRun(probe: Timing, attempt = 0): number {
  return (probe.failureThreshold - 1) * spacing(probe, attempt) + attempt;
}

/** The moment from which an attempt is allowed, at the earliest: `startedAt` is cut to whole seconds, so the delay can end 1 s early. */
function delayOver(probe: Timing): number {
  return Math.max(probe.initialDelaySeconds - 1, 0);
}

/** What the documentation gives an application to start: initialDelaySeconds + failureThreshold x periodSeconds. */
export function documentedStartupBudget(probe: Timing): number {
  return probe.initialDelaySeconds + probe.failureThreshold * probe.periodSeconds;
}

/**
 * What a liveness or startup probe really guarantees, in the worst phase (exclusive): max(initialDelaySeconds - 1, 0) + (failureThreshold - 1) x
 * periodSeconds. An application that answers no later than this is never killed.
 */
export function guaranteedStartupBudget(probe: Timing): number {
  return delayOver(probe) + (probe.failureThreshold - 1) * probe.periodSeconds;
}

/** The first attempt of a liveness or startup probe that reaches the container. The ticker runs since the pod was added to the node. */
export function firstAttempt(probe: Timing): Bounds {
  return {
    earliest: delayOver(probe),
    latest: Math.max(probe.initialDelaySeconds, RELIST_SECONDS) + probe.periodSeconds,
  };
}

/** The decision to kill a container that never answers well; `attempt` is 0 when connections are refused, timeoutSeconds when they hang. */
export function neverHealthyKill(probe: Timing, attempt = 0): Bounds {
  const first = firstAttempt(probe);
  const run = failureRun(probe, attempt);
  return { earliest: first.earliest + run, latest: first.latest + run + RELIST_SECONDS };
}

/** Seconds from a fault of a container in service to the decision to kill it (liveness). The last second is the next relist. */
export function killAfterFault(probe: Timing, attempt = 0): Bounds {
  const run = failureRun(probe, attempt);
  return { earliest: run, latest: probe.periodSeconds + run + RELIST_SECONDS };
}

/** Seconds from a fault of a ready container to its pod not being Ready (readiness), before any propagation to those who route. */
export function notReadyAfterFault(probe: Timing, attempt = 0): Bounds {
  const run = failureRun(probe, attempt);
  return { earliest: run, latest: probe.periodSeconds + run };
}

/**
 * The first readiness attempt that counts, of a container without startup probe. The syncs of the first seconds trigger attempts and restart the ticker
 * (pkg/kubelet/prober: manager.UpdatePodStatus); from the last one on there is one every period, and those before initialDelaySeconds are skipped.
 */
export function firstReadinessAttempt(probe: Timing): Bounds {
  const { initialDelaySeconds: delay, periodSeconds: period } = probe;
  if (delay === 0) return { earliest: 0, latest: RELIST_SECONDS + period };
  const over = delayOver(probe);
  const earliest = over % period < LAST_TICKER_RESTART_SECONDS ? over : Math.ceil(over / period) * period;
  const rest = delay % period;
  const isReachable = period <= LAST_TICKER_RESTART_SECONDS || (rest > 0 && rest <= LAST_TICKER_RESTART_SECONDS);
  const latest = isReachable ? delay + period : LAST_TICKER_RESTART_SECONDS + Math.ceil(delay / period) * period;
  return { earliest, latest };
}

/**
 * When a container that is healthy from its start becomes ready. Triggered attempts count towards successThreshold, so that it is not successThreshold
 * periods: up to two of them come at once.
 */
export function readyAfterStart(probe: Timing): Bounds {
  const first = firstReadinessAttempt(probe);
  const further = probe.successThreshold - 1;
  return {
    earliest: first.earliest + Math.max(further - 2, 0) * probe.periodSeconds,
    latest: first.latest + further * probe.periodSeconds,
  };
}

/** Seconds from the moment a container in service answers well again to Ready; `attempt` is how long an answer takes. */
export function readyAfterRecovery(probe: Timing, attempt = 0): Bounds {
  const further = (probe.successThreshold - 1) * spacing(probe, attempt);
  return { earliest: attempt, latest: probe.periodSeconds + further + attempt };
}

/**
 * The wait before the n-th restart (1 is the first): 0, 10, 20, 40, 80, 160, 300, 300, …, counted from an exit; after a probe's kill from the exit
 * before it. (pkg/kubelet/kuberuntime: doBackOff; client-go util/flowcontrol: Backoff)
 */
export function restartBackOff(restart: number): number {
  if (restart <= 1) return 0;
  return Math.min(INITIAL_BACK_OFF_SECONDS * 2 ** Math.min(restart - 2, 10), MAX_BACK_OFF_SECONDS);
}

/**
 * The starts of a container that ends by itself after `runSeconds`: the textbook series is the lower edge. The wait counts from the exit. A failed sync is
 * repeated after the rest of the wait, at most 60 s at a time, times 1 to 1.5, and then by the next tick. (pkg/kubelet: podWorkers.completeWork)
 */
export function crashLoopStarts(runSeconds: number, count: number): Bounds[] {
  const starts: Bounds[] = [];
  let bounds: Bounds = { earliest: 0, latest: 0 };
  // Housekeeping forgets the back-off 600 s after the last restart, even during the next wait. (client-go util/flowcontrol: Backoff.GC)
  let [early, late] = [1, 1];
  for (let restart = 1; restart <= count; restart++) {
    starts.push(bounds);
    const rest = Math.max(BACK_OFF_FORGOTTEN_SECONDS - runSeconds, 0);
    const wait = restartBackOff(late);
    const mayForget = wait + Math.min(wait, RESYNC_SECONDS) / 2 + 3 * RELIST_SECONDS > rest;
    const shortest = Math.min(restartBackOff(early), rest);
    const longest = rest > 0 ? wait + Math.min(wait, RESYNC_SECONDS) / 2 : 0;
    bounds = {
      earliest: bounds.earliest + runSeconds + shortest,
      latest: bounds.latest + runSeconds + longest + RELIST_SECONDS,
    };
    early = mayForget ? 2 : early + 1;
    late++;
  }
  return starts;
}

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
export function shutdownTimes(shutdown: Shutdown): ShutdownTimes {
  const sigterm = Math.min(shutdown.preStopSeconds ?? 0, shutdown.graceSeconds);
  const rest = Math.max(shutdown.graceSeconds - sigterm, MINIMUM_SIGTERM_SECONDS);
  return {
    sigterm,
    exit: sigterm + Math.min(rest, shutdown.shutdownSeconds),
    isKilled: shutdown.shutdownSeconds > rest,
  };
}

/** Seconds from a deadlock to the start of the next life, without back-off: detection, then the shutdown. */
export function restartAfterFault(liveness: Timing, shutdown: Shutdown, attempt = 0): Bounds {
  const kill = killAfterFault(liveness, attempt);
  const { exit } = shutdownTimes(shutdown);
  return { earliest: kill.earliest + exit, latest: kill.latest + exit };
}

/**
 * Whether a broken container is out of rotation before its restart begins, in every phase: periodSeconds + the readiness probe's failure run +
 * propagation <= (failureThreshold - 1) x periodSeconds of the liveness probe.
 */
export function isDrainedBeforeRestart(readiness: Timing, liveness: Timing, propagationSeconds = 0): boolean {
  const drained = notReadyAfterFault(readiness, readiness.timeoutSeconds).latest + propagationSeconds;
  return drained <= killAfterFault(liveness).earliest;
}
