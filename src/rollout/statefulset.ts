// The StatefulSet controller: one pod per ordinal, never more. Passes are those of pkg/controller/statefulset (updateStatefulSet).

import type { Action, Controller } from "./controller.ts";
import { statefulSetFenceposts } from "./fenceposts.ts";
import { type Fleet, isActive, type Replica, type ReplicaEvent } from "./replica.ts";

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

export class StatefulSet implements Controller {
  private readonly spec: StatefulSetSpec;
  private readonly fleet: Fleet;
  private readonly name: string;
  private readonly pods: (Replica | undefined)[] = [];
  /** Slots below `replicas` whose pod is missing, terminating or not available. */
  private readonly troubled = new Set<number>();
  /** Slots from `replicas` on that still have a pod. */
  private readonly condemned = new Set<number>();
  private replicas: number;
  private updateRevision = 1;
  private currentRevision = 1;
  /** status.updatedReplicas and status.readyReplicas: a terminating pod that was ready still counts for the latter (updateStatus). */
  private updated = 0;
  private ready = 0;
  /** No pod above this slot is left to update. */
  private cursor = -1;

  constructor(spec: StatefulSetSpec, fleet: Fleet, name: string) {
    this.spec = spec;
    this.fleet = fleet;
    this.name = name;
    this.replicas = spec.replicas;
  }

  establish(): void {
    for (let slot = 0; slot < this.replicas; slot++) this.pods.push(this.fleet.establish(1, slot));
    this.ready = this.updated = this.replicas;
  }

  nameOf(replica: Replica): string {
    return `${this.name}-${this.spec.firstOrdinal + replica.slot}`;
  }

  act(action: Action): void {
    if (action.do === "scale") this.resize(action.replicas);
    if (action.do === "update") this.updateRevision = action.version;
    if (action.do === "rollback") this.updateRevision = this.currentRevision;
    this.cursor = this.replicas - 1;
    this.updated = this.pods.filter(pod => this.isUpdated(pod)).length;
  }

  private isUpdated(pod: Replica | undefined): boolean {
    return pod !== undefined && isActive(pod) && pod.version === this.updateRevision;
  }

  private resize(replicas: number): void {
    this.replicas = replicas;
    const highest = Math.max(this.pods.length, replicas);
    for (let slot = 0; slot < highest; slot++) this.classify(slot);
  }

  private classify(slot: number): void {
    const pod = this.pods[slot];
    const isWanted = slot < this.replicas;
    if (isWanted && !(pod !== undefined && isActive(pod) && pod.isAvailable)) this.troubled.add(slot);
    else this.troubled.delete(slot);
    if (!isWanted && pod !== undefined) this.condemned.add(slot);
    else this.condemned.delete(slot);
  }

  observe(replica: Replica, event: ReplicaEvent): boolean {
    if (event === "ready") this.ready++;
    if (event === "gone") {
      this.pods[replica.slot] = undefined;
      if (replica.readyAt !== undefined) this.ready--;
    }
    this.classify(replica.slot);
    return true;
  }

  private get isMonotonic(): boolean {
    return this.spec.podManagementPolicy !== "Parallel";
  }

  sync(): boolean {
    const passed = this.isMonotonic ? this.processInOrder() : this.processAtOnce();
    if (passed !== "continue") return passed === "changed";
    if (this.spec.strategy === "OnDelete") return false;
    return this.spec.gate ? this.updateUpToMaximum() : this.updateNext();
  }

  /** OrderedReady: the lowest ordinal that is not available blocks everything after it; scaling down goes from the top, one by one. */
  private processInOrder(): "changed" | "wait" | "continue" {
    const first = lowest(this.troubled);
    if (first !== undefined) {
      if (this.pods[first] !== undefined) return "wait";
      this.create(first);
      return "changed";
    }
    const top = highest(this.condemned);
    if (top === undefined) return "continue";
    const pod = this.pods[top];
    if (pod === undefined || !isActive(pod)) return "wait";
    if (!pod.isAvailable && top !== lowest(this.unavailableCondemned())) return "wait";
    this.delete(top);
    return "changed";
  }

  private unavailableCondemned(): Set<number> {
    return new Set([...this.condemned].filter(slot => !this.pods[slot]?.isAvailable));
  }

  private processAtOnce(): "changed" | "continue" {
    let changed = false;
    for (const slot of this.troubled) {
      if (this.pods[slot] !== undefined) continue;
      this.create(slot);
      changed = true;
    }
    for (const slot of this.condemned) {
      const pod = this.pods[slot];
      if (pod === undefined || !isActive(pod)) continue;
      this.delete(slot);
      changed = true;
    }
    return changed ? "changed" : "continue";
  }

  /** Below the partition a pod comes back in the old revision (newVersionedStatefulSetPod). */
  private create(slot: number): void {
    const isHeldBack = this.spec.strategy === "RollingUpdate" && slot < this.spec.partition;
    const pod = this.fleet.create(isHeldBack ? this.currentRevision : this.updateRevision, slot);
    this.pods[slot] = pod;
    if (this.isUpdated(pod)) this.updated++;
    this.classify(slot);
  }

  private delete(slot: number): void {
    const pod = this.pods[slot];
    if (pod === undefined) return;
    if (this.isUpdated(pod)) this.updated--;
    this.fleet.delete(pod);
    this.classify(slot);
  }

  private isOutdated(slot: number): boolean {
    const pod = this.pods[slot];
    return pod !== undefined && isActive(pod) && pod.version !== this.updateRevision;
  }

  /** The highest ordinal in the old revision goes next, as soon as all above it are available. */
  private updateNext(): boolean {
    for (let slot = Math.min(this.cursor, this.replicas - 1); slot >= this.spec.partition; slot--) {
      this.cursor = slot;
      if (this.isOutdated(slot)) {
        this.delete(slot);
        return true;
      }
      if (this.troubled.has(slot)) return false;
    }
    return false;
  }

  /** With the gate: as many as maxUnavailable leaves, whatever order the missing ones are in (updateStatefulSetAfterInvariantEstablished). */
  private updateUpToMaximum(): boolean {
    const { unavailable } = statefulSetFenceposts(this.replicas, this.spec.maxUnavailable, true);
    const maximum = Math.max(1, unavailable);
    let room = maximum - this.troubled.size;
    let changed = false;
    for (let slot = Math.min(this.cursor, this.replicas - 1); slot >= this.spec.partition && room > 0; slot--) {
      if (this.isOutdated(slot)) {
        this.delete(slot);
        room--;
        changed = true;
      }
      this.cursor = slot;
    }
    return changed;
  }

  settled(): void {
    const isComplete = this.updated === this.replicas && this.ready === this.replicas;
    if (this.spec.strategy === "RollingUpdate" && isComplete) this.currentRevision = this.updateRevision;
  }

  isDone(): boolean {
    if (this.spec.strategy === "OnDelete") return false;
    return this.ready >= this.replicas && this.updated >= this.replicas - this.spec.partition;
  }

  specOld(): number {
    return 0;
  }

  specNew(): number {
    return 0;
  }
}

function lowest(slots: ReadonlySet<number>): number | undefined {
  let result: number | undefined;
  for (const slot of slots) if (result === undefined || slot < result) result = slot;
  return result;
}

function highest(slots: ReadonlySet<number>): number | undefined {
  let result: number | undefined;
  for (const slot of slots) if (result === undefined || slot > result) result = slot;
  return result;
}
