import type { Action, Condition, Controller } from "./controller.ts";
import { type RollingUpdate } from "./fenceposts.ts";
import type { Fleet, Replica, ReplicaEvent } from "./replica.ts";
export interface DeploymentSpec {
    readonly replicas: number;
    readonly strategy: "RollingUpdate" | "Recreate";
    readonly rollingUpdate: RollingUpdate;
    readonly paused: boolean;
    readonly progressDeadlineSeconds: number;
    /** Old ReplicaSets that are kept, with 0 replicas, for `kubectl rollout undo`. */
    readonly revisionHistoryLimit: number;
}
export declare class Deployment implements Controller {
    maxSpecReplicas: number;
    private readonly spec;
    private readonly fleet;
    private readonly sets;
    private readonly byVersion;
    private readonly progress;
    private replicas;
    private isPaused;
    private template;
    private serial;
    constructor(spec: DeploymentSpec, fleet: Fleet, wakeUp: () => void);
    get conditions(): readonly Condition[];
    get exceededAt(): number | undefined;
    establish(): void;
    act(action: Action): void;
    /** `kubectl rollout undo` takes the revision before the current one. */
    private previousTemplate;
    observe(replica: Replica, event: ReplicaEvent): boolean;
    sync(): boolean;
    private reconcile;
    settled(): void;
    private get newSet();
    /** In order of creation. */
    private get oldSets();
    private get fenceposts();
    /** `replicas` plus surge; Recreate never surges. */
    private get surge();
    private addSet;
    get replicaSets(): readonly {
        readonly version: number;
        readonly replicas: number;
    }[];
    /** The oldest empty sets beyond the limit are deleted (pkg/controller/deployment: cleanupDeployment). */
    private cleanUpHistory;
    private annotate;
    private resize;
    private specTotal;
    specOld(): number;
    specNew(): number;
    private roll;
    /** The new set is born with its first share of pods (getNewReplicaSet, NewRSNewReplicas). */
    private createNewSet;
    private newSize;
    private growNew;
    /** First pods that are not available anyway, then as many available ones as the minimum leaves (reconcileOldReplicaSets). */
    private shrinkOld;
    private cleanUpUnavailable;
    private scaleDownAvailable;
    private recreate;
    private isScalingEvent;
    private scale;
    private isSaturated;
    private statusReplicas;
    private status;
    private isComplete;
    private report;
    isDone(): boolean;
}
