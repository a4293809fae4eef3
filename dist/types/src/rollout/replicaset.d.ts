import { type Fleet, type Replica, type ReplicaEvent } from "./replica.ts";
/** pkg/controller: SlowStartInitialBatchSize; pkg/controller/replicaset: BurstReplicas. */
export declare const SLOW_START_BATCH = 1;
export declare const BURST_REPLICAS = 500;
/**
 * The calls that create `count` pods in one sync: 1, 2, 4, … so that a quota error costs one refusal and not thousands; at most 500
 * per sync. (pkg/controller/replicaset: slowStartBatch)
 */
export declare function slowStartBatches(count: number, burst?: number): number[];
/**
 * One ReplicaSet and its pods. Deletion takes pods that are not ready before ready ones, then those ready most recently, then the newest
 * (pkg/controller: ActivePodsWithRanks.Less; deletion cost and co-location are equal here). Both groups fill up in exactly the reverse of
 * that order, so two stacks are enough.
 */
export declare class ReplicaSet {
    readonly version: number;
    /** Creation order among the ReplicaSets of one Deployment. */
    readonly serial: number;
    spec: number;
    /** Annotations deployment.kubernetes.io/desired-replicas and max-replicas: the Deployment's size when it last scaled this set. */
    desired: number;
    maxReplicas: number;
    private readonly fleet;
    private readonly starting;
    private readonly ready;
    private active;
    private readyCount;
    private availableCount;
    private present;
    constructor(fleet: Fleet, version: number, serial: number);
    get replicas(): number;
    get readyReplicas(): number;
    get availableReplicas(): number;
    /** Pods that still exist, terminating ones included. */
    get podsLeft(): number;
    establish(count: number): void;
    /** Hears of a pod of this set. */
    observe(replica: Replica, event: ReplicaEvent): void;
    /** Creates or deletes pods until there are as many as the spec says (pkg/controller/replicaset: manageReplicas). */
    manage(): void;
    private nextVictim;
}
