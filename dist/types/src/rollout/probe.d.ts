import { type Clock } from "./clock.ts";
import type { Runtime } from "./container.ts";
import { type ContainerModel, type PodModel, type ProbeKind, type ProbeModel } from "./podspec.ts";
import type { PodStatus } from "./status.ts";
import type { Recorder } from "./timeline.ts";
export type ProbeResult = "success" | "failure" | "unknown";
/** What a worker sees of the kubelet. */
export interface ProbeHost {
    readonly clock: Clock;
    readonly runtime: Runtime;
    readonly recorder: Recorder;
    readonly pod: PodModel;
    readonly answer: number;
    readonly isIdeal: boolean;
    /** The pod's status as stored. */
    status(): PodStatus | undefined;
    /** The cache of results, by life. (pkg/kubelet/prober/results: manager) */
    results(kind: ProbeKind): Map<number, ProbeResult>;
    /** A result that is new for the container. */
    updated(kind: ProbeKind, id: number, result: ProbeResult): void;
}
export declare class Worker {
    readonly kind: ProbeKind;
    readonly container: ContainerModel;
    private readonly host;
    private readonly probe;
    private readonly period;
    private id;
    private last;
    private run;
    private isOnHold;
    private isBusy;
    private hasTick;
    private hasTrigger;
    private isStopped;
    private ticker;
    constructor(host: ProbeHost, container: ContainerModel, probe: ProbeModel);
    begin(sleep: number): void;
    /** The documentation's model: the first attempt of each life comes initialDelaySeconds after its start. */
    beginLife(startedAt: number): void;
    stop(): void;
    /** A sync asks for an attempt now. `isEarly`: the worker gets to it before the sync goes on. */
    trigger(isEarly: boolean): void;
    private restartTicker;
    private wake;
    /** One turn of the loop: doProbe up to the attempt. */
    private look;
    private rest;
    /** Takes notice of a new container, or of one that is not running. False when there is nothing to probe any more. */
    private prepare;
    private mayAttempt;
    private attempt;
    private finish;
    private count;
    private set;
}
