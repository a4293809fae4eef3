import type { Action, Controller } from "./controller.ts";
import { type RollingUpdate } from "./fenceposts.ts";
import { type Fleet, type Replica, type ReplicaEvent } from "./replica.ts";
export interface DaemonSetSpec {
    readonly nodes: number;
    readonly strategy: "RollingUpdate" | "OnDelete";
    readonly rollingUpdate: RollingUpdate;
    readonly minReadySeconds: number;
}
export declare class DaemonSet implements Controller {
    private readonly spec;
    private readonly fleet;
    private readonly wakeUp;
    private readonly pods;
    private readonly classes;
    private readonly members;
    private template;
    private previous;
    private timer;
    constructor(spec: DaemonSetSpec, fleet: Fleet, wakeUp: () => void);
    establish(): void;
    nameOf(replica: Replica): string;
    act(action: Action): void;
    /** Nothing happens in the cluster when minReadySeconds are over: that is noticed at the next sync, whatever causes it. */
    observe(replica: Replica, event: ReplicaEvent): boolean;
    /** One key waits in the delaying queue, at the earliest time it was added for (client-go util/workqueue: AddAfter). */
    private recheck;
    private classify;
    private classOf;
    sync(): boolean;
    /** A node gets a pod only when the one before is gone altogether (podsShouldBeOnNode). */
    private fillNodes;
    /** Old pods that are not available go at once; of the others as many as maxUnavailable leaves. */
    private replace;
    /** New pods beside old ones, up to maxSurge of them not yet available; the old one goes when its successor is available. */
    private surge;
    private create;
    private deleteOutdated;
    /** Counts the oldest pod of each node, terminating or not (updateDaemonSetStatus). */
    private status;
    settled(): void;
    isDone(): boolean;
    specOld(): number;
    specNew(): number;
}
