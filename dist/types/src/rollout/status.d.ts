import { type Life, type Snapshot } from "./container.ts";
import { type ContainerModel, type PodModel } from "./podspec.ts";
import type { ProbeResult } from "./probe.ts";
export type PodPhase = "Pending" | "Running" | "Succeeded" | "Failed";
export interface ContainerStatus {
    readonly name: string;
    /** The life it speaks of, the last one while it waits for the next. */
    readonly id: number | undefined;
    readonly state: "waiting" | "running" | "terminated";
    readonly isBackingOff: boolean;
    /** Cut to whole seconds of the wall clock. (normalizeStatus) */
    readonly startedAt: number;
    readonly exitCode: number;
    /** The exit code of the life before, if one is known. */
    readonly lastExitCode: number | undefined;
    started: boolean | undefined;
    ready: boolean;
}
export interface PodStatus {
    readonly containers: ReadonlyMap<string, ContainerStatus>;
    readonly phase: PodPhase;
}
/** What the status is made from, besides the snapshot. */
export interface StatusSource {
    readonly pod: PodModel;
    readonly old: PodStatus | undefined;
    readonly isDeleted: boolean;
    readonly isTerminal: boolean;
    /** Containers whose last start failed. (reasonCache) */
    readonly backingOff: ReadonlySet<string>;
    readonly startup: ReadonlyMap<number, ProbeResult>;
    readonly readiness: ReadonlyMap<number, ProbeResult>;
    cutToSecond(time: number): number;
    hasWorker(container: string, kind: "startup" | "readiness"): boolean;
    trigger(container: string): void;
}
export declare function generateStatus(snapshot: Snapshot, source: StatusSource): PodStatus;
/** pkg/kubelet/container: ShouldContainerBeRestarted. */
export declare function isToBeStarted(pod: PodModel, container: ContainerModel, life: Life | undefined, isDeleted: boolean): boolean;
/** The pod's condition Ready: all app containers and sidecars. (pkg/kubelet/status: GeneratePodReadyCondition) */
export declare function isPodReady(pod: PodModel, status: PodStatus): boolean;
