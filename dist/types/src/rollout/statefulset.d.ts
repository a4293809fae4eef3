import type { Action, Controller } from "./controller.ts";
import { type Fleet, type Replica, type ReplicaEvent } from "./replica.ts";
export interface StatefulSetSpec {
    readonly replicas: number;
    readonly strategy: "RollingUpdate" | "OnDelete";
    readonly partition: number;
    readonly maxUnavailable: unknown;
    readonly podManagementPolicy: "OrderedReady" | "Parallel";
    readonly firstOrdinal: number;
    /** Feature gate MaxUnavailableStatefulSet. */
    readonly gate: boolean;
}
export declare class StatefulSet implements Controller {
    private readonly spec;
    private readonly fleet;
    private readonly name;
    private readonly pods;
    /** Slots below `replicas` whose pod is missing, terminating or not available. */
    private readonly troubled;
    /** Slots from `replicas` on that still have a pod. */
    private readonly condemned;
    private replicas;
    private updateRevision;
    private currentRevision;
    /** status.updatedReplicas and status.readyReplicas: a terminating pod that was ready still counts for the latter (updateStatus). */
    private updated;
    private ready;
    /** No pod above this slot is left to update. */
    private cursor;
    constructor(spec: StatefulSetSpec, fleet: Fleet, name: string);
    establish(): void;
    nameOf(replica: Replica): string;
    act(action: Action): void;
    private isUpdated;
    private resize;
    private classify;
    observe(replica: Replica, event: ReplicaEvent): boolean;
    private get isMonotonic();
    sync(): boolean;
    /** OrderedReady: the lowest ordinal that is not available blocks everything after it; scaling down goes from the top, one by one. */
    private processInOrder;
    private unavailableCondemned;
    private processAtOnce;
    /** Below the partition a pod comes back in the old revision (newVersionedStatefulSetPod). */
    private create;
    private delete;
    private isOutdated;
    /** The highest ordinal in the old revision goes next, as soon as all above it are available. */
    private updateNext;
    /** With the gate: as many as maxUnavailable leaves, whatever order the missing ones are in (updateStatefulSetAfterInvariantEstablished). */
    private updateUpToMaximum;
    settled(): void;
    isDone(): boolean;
    specOld(): number;
    specNew(): number;
}
