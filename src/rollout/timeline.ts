// What happened to a simulated pod, in the form in which it is shown and compared.

import type { RunEnd } from "./clock.ts";
import type { ProbeKind } from "./podspec.ts";

export type AttemptResult = "success" | "failure" | "timeout" | "died" | "error";
/** `stop`: the pod is deleted or done. */
export type KillReason = ProbeKind | "stop";

export interface Attempt {
  readonly from: number;
  readonly to: number;
  readonly container: string;
  readonly kind: ProbeKind;
  readonly result: AttemptResult;
}

/** From, until; null while it lasts. */
export type Interval = readonly [number, number | null];

/** All times are seconds after the first start of the first app container; what happened before is negative. */
export interface PodTimeline {
  readonly starts: Readonly<Record<string, readonly number[]>>;
  readonly exits: Readonly<Record<string, readonly (readonly [time: number, exitCode: number])[]>>;
  readonly kills: readonly (readonly [time: number, container: string, reason: KillReason])[];
  readonly sigterms: readonly (readonly [time: number, container: string, timeoutSeconds: number])[];
  /** The pod's condition Ready. */
  readonly ready: readonly Interval[];
  /** By container: its status waits for the back-off to end. */
  readonly crashLoopBackOff: Readonly<Record<string, readonly Interval[]>>;
  readonly attempts: readonly Attempt[];
  /** The status first shows the first app container running, and started. */
  readonly seen: number | undefined;
  readonly started: number | undefined;
  readonly restarts: number;
  readonly lastPhase: string;
  readonly duration: number;
  /** `bounded`: the simulation was cut short by its bound on events. */
  readonly end: RunEnd;
}

const MICRO = 1e6;

/** Collects in microseconds of simulated time. */
export class Recorder {
  readonly starts = new Map<string, number[]>();
  readonly exits = new Map<string, [number, number][]>();
  readonly kills: [number, string, KillReason][] = [];
  readonly sigterms: [number, string, number][] = [];
  readonly ready: [number, number | null][] = [];
  readonly backOffs = new Map<string, [number, number | null][]>();
  readonly attempts: Attempt[] = [];
  seen: number | undefined;
  isStarted: number | undefined;
  private readonly maxAttempts: number;

  constructor(maxAttempts = 100_000) {
    this.maxAttempts = maxAttempts;
  }

  started(name: string, now: number): void {
    listIn(this.starts, name).push(now);
  }

  exited(name: string, now: number, exitCode: number): void {
    listIn(this.exits, name).push([now, exitCode]);
  }

  killing(name: string, now: number, reason: KillReason): void {
    this.kills.push([now, name, reason]);
  }

  signalled(name: string, now: number, timeoutSeconds: number): void {
    this.sigterms.push([now, name, timeoutSeconds]);
  }

  attempted(attempt: Attempt): void {
    if (this.attempts.length < this.maxAttempts) this.attempts.push(attempt);
  }

  podReady(isReady: boolean, now: number): void {
    flip(this.ready, isReady, now);
  }

  backingOff(name: string, isBackingOff: boolean, now: number): void {
    flip(listIn(this.backOffs, name), isBackingOff, now);
  }

  timeline(reference: string, duration: number, end: RunEnd, lastPhase: string): PodTimeline {
    const zero = this.starts.get(reference)?.[0] ?? 0;
    const shift = (time: number) => Math.round((time - zero) / 1000) / 1000;
    const until = (time: number | null) => (time === null ? null : shift(time));
    const optional = (time: number | undefined) => (time === undefined ? undefined : shift(time));
    const intervals = (list: readonly Interval[]): Interval[] => list.map(([from, to]) => [shift(from), until(to)]);
    return {
      starts: mapped(this.starts, list => list.map(shift)),
      exits: mapped(this.exits, list => list.map(([time, code]) => [shift(time), code] as const)),
      kills: this.kills.map(([time, name, reason]) => [shift(time), name, reason]),
      sigterms: this.sigterms.map(([time, name, timeout]) => [shift(time), name, timeout]),
      ready: intervals(this.ready),
      crashLoopBackOff: mapped(this.backOffs, intervals),
      attempts: this.attempts.map(attempt => ({ ...attempt, from: shift(attempt.from), to: shift(attempt.to) })),
      seen: optional(this.seen),
      started: optional(this.isStarted),
      restarts: Math.max((this.starts.get(reference)?.length ?? 0) - 1, 0),
      lastPhase,
      duration: duration / MICRO,
      end,
    };
  }
}

function flip(intervals: [number, number | null][], isOn: boolean, now: number): void {
  const last = intervals.at(-1);
  const wasOn = last !== undefined && last[1] === null;
  if (isOn && !wasOn) intervals.push([now, null]);
  else if (!isOn && wasOn) last[1] = now;
}

function listIn<T>(map: Map<string, T[]>, key: string): T[] {
  const list = map.get(key);
  if (list !== undefined) return list;
  const fresh: T[] = [];
  map.set(key, fresh);
  return fresh;
}

function mapped<T, U>(map: ReadonlyMap<string, T[]>, each: (list: T[]) => U): Record<string, U> {
  return Object.fromEntries([...map].map(([name, list]) => [name, each(list)]));
}
