// A ReplicaSet: keeps as many pods as its spec says. Which pod goes first, and in what batches new ones come.

import { type Fleet, isActive, type Replica, type ReplicaEvent } from "./replica.ts";

/** pkg/controller: SlowStartInitialBatchSize; pkg/controller/replicaset: BurstReplicas. */
export const SLOW_START_BATCH = 1;
export const BURST_REPLICAS = 500;

/**
 * The calls that create `count` pods in one sync: 1, 2, 4, … so that a quota error costs one refusal and not thousands; at most 500
 * per sync. (pkg/controller/replicaset: slowStartBatch)
 */
export function slowStartBatches(count: number, burst = BURST_REPLICAS): number[] {
  const batches: number[] = [];
  let remaining = Math.min(Math.max(0, Math.trunc(count)), burst);
  for (let size = SLOW_START_BATCH; remaining > 0; size *= 2) {
    const batch = Math.min(size, remaining);
    batches.push(batch);
    remaining -= batch;
  }
  return batches;
}

/**
 * One ReplicaSet and its pods. Deletion takes pods that are not ready before ready ones, then those ready most recently, then the newest
 * (pkg/controller: ActivePodsWithRanks.Less; deletion cost and co-location are equal here). Both groups fill up in exactly the reverse of
 * that order, so two stacks are enough.
 */
export class ReplicaSet {
  readonly version: number;
  /** Creation order among the ReplicaSets of one Deployment. */
  readonly serial: number;
  spec = 0;
  /** Annotations deployment.kubernetes.io/desired-replicas and max-replicas: the Deployment's size when it last scaled this set. */
  desired = 0;
  maxReplicas = 0;
  private readonly fleet: Fleet;
  private readonly starting: Replica[] = [];
  private readonly ready: Replica[] = [];
  private active = 0;
  private readyCount = 0;
  private availableCount = 0;
  private present = 0;

  constructor(fleet: Fleet, version: number, serial: number) {
    this.fleet = fleet;
    this.version = version;
    this.serial = serial;
  }

  get replicas(): number {
    return this.active;
  }

  get readyReplicas(): number {
    return this.readyCount;
  }

  get availableReplicas(): number {
    return this.availableCount;
  }

  /** Pods that still exist, terminating ones included. */
  get podsLeft(): number {
    return this.present;
  }

  establish(count: number): void {
    this.spec = count;
    for (let slot = 0; slot < count; slot++) this.ready.push(this.fleet.establish(this.version, slot));
    this.active = this.readyCount = this.availableCount = this.present = count;
  }

  /** Hears of a pod of this set. */
  observe(replica: Replica, event: ReplicaEvent): void {
    if (event === "gone") this.present--;
    else if (event === "available") this.availableCount++;
    else {
      this.readyCount++;
      this.ready.push(replica);
    }
  }

  /** Creates or deletes pods until there are as many as the spec says (pkg/controller/replicaset: manageReplicas). */
  manage(): void {
    while (this.active < this.spec) {
      this.starting.push(this.fleet.create(this.version, this.active));
      this.active++;
      this.present++;
    }
    while (this.active > this.spec) {
      const victim = this.nextVictim();
      if (victim === undefined) return;
      this.active--;
      if (victim.state === "ready") this.readyCount--;
      if (victim.isAvailable) this.availableCount--;
      this.fleet.delete(victim);
    }
  }

  private nextVictim(): Replica | undefined {
    for (let last = this.starting.pop(); last !== undefined; last = this.starting.pop())
      if (last.state === "starting") return last;
    for (let last = this.ready.pop(); last !== undefined; last = this.ready.pop()) if (isActive(last)) return last;
    return undefined;
  }
}
