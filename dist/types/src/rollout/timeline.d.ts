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
/** Collects in microseconds of simulated time. */
export declare class Recorder {
    readonly starts: Map<string, number[]>;
    readonly exits: Map<string, [number, number][]>;
    readonly kills: [number, string, KillReason][];
    readonly sigterms: [number, string, number][];
    readonly ready: [number, number | null][];
    readonly backOffs: Map<string, [number, number | null][]>;
    readonly attempts: Attempt[];
    seen: number | undefined;
    isStarted: number | undefined;
    private readonly maxAttempts;
    constructor(maxAttempts?: number);
    started(name: string, now: number): void;
    exited(name: string, now: number, exitCode: number): void;
    killing(name: string, now: number, reason: KillReason): void;
    signalled(name: string, now: number, timeoutSeconds: number): void;
    attempted(attempt: Attempt): void;
    podReady(isReady: boolean, now: number): void;
    backingOff(name: string, isBackingOff: boolean, now: number): void;
    timeline(reference: string, duration: number, end: RunEnd, lastPhase: string): PodTimeline;
}
