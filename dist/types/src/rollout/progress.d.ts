import { type Clock } from "./clock.ts";
import type { Condition } from "./controller.ts";
export interface DeploymentStatus {
    readonly replicas: number;
    readonly updated: number;
    readonly ready: number;
    readonly available: number;
}
/** Watches one Deployment's status from sync to sync. */
export declare class Progress {
    readonly conditions: Condition[];
    private readonly clock;
    private readonly deadline;
    private readonly wakeUp;
    private condition;
    private isAvailable;
    private status;
    private timer;
    constructor(clock: Clock, deadlineSeconds: number, status: DeploymentStatus, wakeUp: () => void);
    /** A new ReplicaSet counts as progress. (getNewReplicaSet) */
    newReplicaSet(): void;
    /** Pausing stops the clock of the deadline, unless it has passed; resuming starts it again. (checkPausedConditions) */
    paused(isPaused: boolean): void;
    available(isAvailable: boolean): void;
    /** A paused or just scaled Deployment: the status is taken over without judging progress. (syncDeploymentStatus) */
    take(status: DeploymentStatus): void;
    /** The status after a sync of a rollout. (syncRolloutStatus) */
    judge(status: DeploymentStatus, isComplete: boolean): void;
    /** Looks again when the deadline will have passed. (requeueStuckDeployment) */
    requeue(isComplete: boolean): void;
    get exceededAt(): number | undefined;
    private isTimedOut;
    private set;
    /** Of several changes within one instant the last one stays, unless it is back at what was before. */
    private record;
}
