import { type Snapshot } from "./container.ts";
import type { ContainerModel, PodModel } from "./podspec.ts";
import type { ProbeResult } from "./probe.ts";
import type { KillReason } from "./timeline.ts";
export interface Kill {
    readonly container: ContainerModel;
    readonly id: number;
    readonly reason: KillReason;
}
export interface PodActions {
    killPod: boolean;
    createSandbox: boolean;
    readonly kills: Kill[];
    readonly initToStart: ContainerModel[];
    readonly toStart: ContainerModel[];
}
export interface ActionSource {
    readonly pod: PodModel;
    readonly isDeleted: boolean;
    readonly liveness: ReadonlyMap<number, ProbeResult>;
    readonly startup: ReadonlyMap<number, ProbeResult>;
}
export declare function computeActions(snapshot: Snapshot, source: ActionSource): PodActions;
