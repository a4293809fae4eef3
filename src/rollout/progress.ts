// The Progressing and Available conditions of a Deployment, and its progress deadline. (pkg/controller/deployment: progress.go)

import { type Clock, microseconds, SECOND, seconds, type Timer } from "./clock.ts";
import type { Condition } from "./controller.ts";

export interface DeploymentStatus {
  readonly replicas: number;
  readonly updated: number;
  readonly ready: number;
  readonly available: number;
}

/** pkg/controller/deployment/util: HasProgressDeadline; this value means "none". */
const NO_DEADLINE = 2147483647;
/** The first retry of a rate-limited queue (client-go util/workqueue: DefaultTypedControllerRateLimiter). */
const FIRST_RETRY = 5_000;

interface Progressing {
  status: "True" | "False" | "Unknown";
  reason: string;
  updatedAt: number;
}

/** Watches one Deployment's status from sync to sync. */
export class Progress {
  readonly conditions: Condition[] = [];
  private readonly clock: Clock;
  private readonly deadline: number | undefined;
  private readonly wakeUp: () => void;
  private condition: Progressing = {
    status: "True",
    reason: "NewReplicaSetAvailable",
    updatedAt: Number.NEGATIVE_INFINITY,
  };
  private isAvailable = true;
  private status: DeploymentStatus;
  private timer: Timer | undefined;

  constructor(clock: Clock, deadlineSeconds: number, status: DeploymentStatus, wakeUp: () => void) {
    this.clock = clock;
    this.deadline =
      Number.isFinite(deadlineSeconds) && deadlineSeconds < NO_DEADLINE ? microseconds(deadlineSeconds) : undefined;
    this.status = status;
    this.wakeUp = wakeUp;
  }

  /** A new ReplicaSet counts as progress. (getNewReplicaSet) */
  newReplicaSet(): void {
    if (this.deadline !== undefined) this.set("True", "NewReplicaSetCreated");
  }

  /** Pausing stops the clock of the deadline, unless it has passed; resuming starts it again. (checkPausedConditions) */
  paused(isPaused: boolean): void {
    if (this.deadline === undefined || this.condition.reason === "ProgressDeadlineExceeded") return;
    const wasPaused = this.condition.reason === "DeploymentPaused";
    if (isPaused && !wasPaused) this.set("Unknown", "DeploymentPaused");
    if (!isPaused && wasPaused) this.set("Unknown", "DeploymentResumed");
  }

  available(isAvailable: boolean): void {
    if (isAvailable === this.isAvailable) return;
    this.isAvailable = isAvailable;
    this.record({
      t: seconds(this.clock.now),
      type: "Available",
      status: isAvailable ? "True" : "False",
      reason: isAvailable ? "MinimumReplicasAvailable" : "MinimumReplicasUnavailable",
    });
  }

  /** A paused or just scaled Deployment: the status is taken over without judging progress. (syncDeploymentStatus) */
  take(status: DeploymentStatus): void {
    this.status = status;
  }

  /** The status after a sync of a rollout. (syncRolloutStatus) */
  judge(status: DeploymentStatus, isComplete: boolean): void {
    const before = this.status;
    this.status = status;
    const isOver = status.replicas === status.updated && this.condition.reason === "NewReplicaSetAvailable";
    if (this.deadline === undefined || isOver) return;
    if (isComplete) this.set("True", "NewReplicaSetAvailable");
    else if (hasProgressed(before, status)) this.set("True", "ReplicaSetUpdated");
    else if (this.isTimedOut()) this.set("False", "ProgressDeadlineExceeded");
  }

  /** Looks again when the deadline will have passed. (requeueStuckDeployment) */
  requeue(isComplete: boolean): void {
    const { reason } = this.condition;
    // Past these no look can change anything until something happens.
    if (reason === "ProgressDeadlineExceeded" || reason === "NewReplicaSetAvailable") return;
    if (this.deadline === undefined || isComplete) return;
    const after = this.condition.updatedAt + this.deadline - this.clock.now;
    const time = this.clock.now + (after < SECOND ? Math.max(after, 0) + FIRST_RETRY : after + SECOND);
    if (this.timer !== undefined && !this.timer.cancelled && this.timer.time > this.clock.now) {
      if (this.timer.time <= time) return;
      this.clock.cancel(this.timer);
    }
    this.timer = this.clock.at(time, this.wakeUp);
  }

  get exceededAt(): number | undefined {
    return this.conditions.find(({ reason }) => reason === "ProgressDeadlineExceeded")?.t;
  }

  private isTimedOut(): boolean {
    const { reason, updatedAt } = this.condition;
    if (reason === "NewReplicaSetAvailable" || this.deadline === undefined) return false;
    return reason === "ProgressDeadlineExceeded" || updatedAt + this.deadline < this.clock.now;
  }

  private set(status: Progressing["status"], reason: string): void {
    const isSame = this.condition.status === status && this.condition.reason === reason;
    // The same condition keeps its place but counts as an update: that is what the deadline is measured from. Times are whole seconds.
    this.condition = { status, reason, updatedAt: Math.floor(this.clock.now / SECOND) * SECOND };
    if (!isSame) this.record({ t: seconds(this.clock.now), type: "Progressing", status, reason });
  }

  /** Of several changes within one instant the last one stays, unless it is back at what was before. */
  private record(condition: Condition): void {
    const { conditions } = this;
    const isSameType = ({ type }: Condition) => type === condition.type;
    const last = conditions.findLastIndex(isSameType);
    if (conditions[last]?.t === condition.t) conditions.splice(last, 1);
    const before = conditions.findLast(isSameType);
    if (before?.status !== condition.status || before.reason !== condition.reason) conditions.push(condition);
  }
}

/** pkg/controller/deployment/util: DeploymentProgressing. */
function hasProgressed(before: DeploymentStatus, now: DeploymentStatus): boolean {
  return (
    now.updated > before.updated ||
    now.replicas - now.updated < before.replicas - before.updated ||
    now.ready > before.ready ||
    now.available > before.available
  );
}
