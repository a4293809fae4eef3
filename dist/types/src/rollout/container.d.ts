import { type App, type Apps, type Run } from "./app.ts";
import { type Clock } from "./clock.ts";
import { type Process, Signal } from "./process.ts";
import type { Recorder } from "./timeline.ts";
export type RuntimeState = "created" | "running" | "exited";
/** One life of a container as the runtime knows it. */
export interface Life {
    readonly id: number;
    readonly name: string;
    readonly state: RuntimeState;
    readonly startedAt: number;
    readonly finishedAt: number;
    readonly exitCode: number;
}
/** What a relist sees. Newest lives last. */
export interface Snapshot {
    readonly hasSandbox: boolean;
    readonly lives: readonly Life[];
}
declare class RunningLife implements Life {
    readonly id: number;
    readonly name: string;
    readonly run: Run;
    readonly app: App | undefined;
    readonly died: Signal;
    state: RuntimeState;
    startedAt: number;
    finishedAt: number;
    exitCode: number;
    constructor(id: number, name: string, app: App | undefined, life: number);
}
export type { RunningLife };
export declare class Runtime {
    hasSandbox: boolean;
    private readonly clock;
    private readonly apps;
    private readonly recorder;
    /** Called on every change that a relist would see. */
    private readonly onChange;
    private lives;
    private readonly counts;
    private nextId;
    constructor(clock: Clock, apps: Apps, recorder: Recorder, onChange: () => void);
    snapshot(): Snapshot;
    setSandbox(isReady: boolean): void;
    find(id: number): RunningLife | undefined;
    create(name: string): RunningLife;
    start(life: RunningLife): void;
    /** SIGTERM, then SIGKILL after the timeout. Comes back when the process has ended. */
    stop(life: RunningLife, timeoutSeconds: number): Process;
    private end;
    /** One dead container is kept beside the newest. (pkg/kubelet: MaxPerPodContainerCount 1, podContainerDeletor) */
    private forgetOldLives;
}
/** The newest life of a container that a snapshot shows. (pkg/kubelet/container: PodStatus.FindContainerStatusByName) */
export declare function newestLife(snapshot: Snapshot, name: string): Life | undefined;
