import { type Clock } from "./clock.ts";
import type { RunningLife, Runtime } from "./container.ts";
import type { ContainerModel, PodModel } from "./podspec.ts";
import { type Process, Signal } from "./process.ts";
import type { KillReason, Recorder } from "./timeline.ts";
export interface Terminator {
    readonly clock: Clock;
    readonly runtime: Runtime;
    readonly recorder: Recorder;
    readonly pod: PodModel;
}
/** Containers whose end a container has to wait for, as long as its grace period lasts. */
type Ordering = ReadonlyMap<string, readonly Signal[]>;
export declare function killContainer(host: Terminator, container: ContainerModel, life: RunningLife, reason: KillReason, graceSeconds: number, ordering?: Ordering): Process;
/** All containers at once, sidecars in reverse order after the app's. */
export declare function killPod(host: Terminator, lives: readonly RunningLife[], graceSeconds: number): Process;
/** The grace period of a kill that is not a deletion: the probe's own, else the pod's. (setTerminationGracePeriod) */
export declare function graceFor(pod: PodModel, container: ContainerModel, reason: KillReason): number;
export {};
