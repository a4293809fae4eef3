// The Deployment controller: RollingUpdate and Recreate over ReplicaSets, scaling, pausing. Passes are those of
// pkg/controller/deployment (syncDeployment); the sums use spec.replicas, so terminating pods count nowhere.

import type { Action, Condition, Controller } from "./controller.ts";
import { deploymentFenceposts, type Fenceposts, type RollingUpdate } from "./fenceposts.ts";
import { type DeploymentStatus, Progress } from "./progress.ts";
import { proportionalSizes } from "./proportional.ts";
import type { Fleet, Replica, ReplicaEvent } from "./replica.ts";
import { ReplicaSet } from "./replicaset.ts";

export interface DeploymentSpec {
  readonly replicas: number;
  readonly strategy: "RollingUpdate" | "Recreate";
  readonly rollingUpdate: RollingUpdate;
  readonly paused: boolean;
  readonly progressDeadlineSeconds: number;
  /** Old ReplicaSets that are kept, with 0 replicas, for `kubectl rollout undo`. */
  readonly revisionHistoryLimit: number;
}

export class Deployment implements Controller {
  maxSpecReplicas = 0;
  private readonly spec: DeploymentSpec;
  private readonly fleet: Fleet;
  private readonly sets: ReplicaSet[] = [];
  private readonly byVersion = new Map<number, ReplicaSet>();
  private readonly progress: Progress;
  private replicas: number;
  private isPaused: boolean;
  private template = 1;
  private serial = 0;

  constructor(spec: DeploymentSpec, fleet: Fleet, wakeUp: () => void) {
    this.spec = spec;
    this.fleet = fleet;
    this.replicas = spec.replicas;
    this.isPaused = spec.paused;
    const { replicas } = spec;
    const before: DeploymentStatus = { replicas, updated: replicas, ready: replicas, available: replicas };
    this.progress = new Progress(fleet.clock, spec.progressDeadlineSeconds, before, wakeUp);
  }

  get conditions(): readonly Condition[] {
    return this.progress.conditions;
  }

  get exceededAt(): number | undefined {
    return this.progress.exceededAt;
  }

  establish(): void {
    const set = this.addSet(1);
    set.establish(this.replicas);
    this.annotate(set);
    this.maxSpecReplicas = this.replicas;
  }

  act(action: Action): void {
    if (action.do === "scale") this.replicas = action.replicas;
    else if (action.do === "update") this.template = action.version;
    else if (action.do === "rollback") this.template = this.previousTemplate();
    else if (action.do === "pause") this.isPaused = true;
    else if (action.do === "resume") this.isPaused = false;
  }

  /** `kubectl rollout undo` takes the revision before the current one. */
  private previousTemplate(): number {
    const others = this.sets.filter(({ version }) => version !== this.template);
    return others.at(-1)?.version ?? this.template;
  }

  observe(replica: Replica, event: ReplicaEvent): boolean {
    this.byVersion.get(replica.version)?.observe(replica, event);
    return true;
  }

  sync(): boolean {
    const changed = this.reconcile();
    for (const set of this.sets) set.manage();
    return changed;
  }

  private reconcile(): boolean {
    this.progress.paused(this.isPaused);
    if (this.isPaused || this.isScalingEvent()) {
      const scaled = this.scale();
      this.report(false);
      return scaled;
    }
    const changed = this.spec.strategy === "Recreate" ? this.recreate() : this.roll();
    this.report(true);
    return changed;
  }

  settled(): void {
    // A pass without changes is the one that notices a missed deadline, and that plans the next look.
    this.report(!this.isPaused);
    if (this.isComplete()) this.cleanUpHistory();
    if (!this.isPaused) this.progress.requeue(this.isComplete());
  }

  // ReplicaSets

  private get newSet(): ReplicaSet | undefined {
    return this.byVersion.get(this.template);
  }

  /** In order of creation. */
  private get oldSets(): ReplicaSet[] {
    return this.sets.filter(({ version }) => version !== this.template);
  }

  private get fenceposts(): Fenceposts {
    return deploymentFenceposts(this.replicas, this.spec.rollingUpdate);
  }

  /** `replicas` plus surge; Recreate never surges. */
  private get surge(): number {
    return this.spec.strategy === "Recreate" ? 0 : this.fenceposts.surge;
  }

  private addSet(version: number): ReplicaSet {
    const set = new ReplicaSet(this.fleet, version, this.serial++);
    this.sets.push(set);
    this.byVersion.set(version, set);
    return set;
  }

  get replicaSets(): readonly { readonly version: number; readonly replicas: number }[] {
    return this.sets.map(({ version, spec }) => ({ version, replicas: spec }));
  }

  /** The oldest empty sets beyond the limit are deleted (pkg/controller/deployment: cleanupDeployment). */
  private cleanUpHistory(): void {
    const empty = this.oldSets.filter(set => set.spec === 0 && set.replicas === 0);
    for (const set of empty.slice(0, Math.max(0, empty.length - this.spec.revisionHistoryLimit))) {
      this.sets.splice(this.sets.indexOf(set), 1);
      this.byVersion.delete(set.version);
    }
  }

  private annotate(set: ReplicaSet): void {
    set.desired = this.replicas;
    set.maxReplicas = this.replicas + this.surge;
  }

  private resize(set: ReplicaSet, replicas: number): boolean {
    const isNewSize = set.spec !== replicas;
    set.spec = replicas;
    this.annotate(set);
    this.maxSpecReplicas = Math.max(this.maxSpecReplicas, this.specTotal());
    return isNewSize;
  }

  private specTotal(): number {
    return this.sets.reduce((sum, { spec }) => sum + spec, 0);
  }

  specOld(): number {
    return this.byVersion.get(1)?.spec ?? 0;
  }

  specNew(): number {
    return this.specTotal() - this.specOld();
  }

  // RollingUpdate

  private roll(): boolean {
    const current = this.newSet ?? this.createNewSet();
    if (this.growNew(current)) return true;
    return this.shrinkOld(current);
  }

  /** The new set is born with its first share of pods (getNewReplicaSet, NewRSNewReplicas). */
  private createNewSet(): ReplicaSet {
    const set = this.addSet(this.template);
    this.progress.newReplicaSet();
    this.resize(set, this.newSize(set));
    return set;
  }

  private newSize(set: ReplicaSet): number {
    if (this.spec.strategy === "Recreate") return this.replicas;
    const room = this.replicas + this.surge - this.specTotal();
    return room <= 0 ? set.spec : set.spec + Math.min(room, this.replicas - set.spec);
  }

  private growNew(set: ReplicaSet): boolean {
    if (set.spec === this.replicas) return false;
    return this.resize(set, set.spec > this.replicas ? this.replicas : this.newSize(set));
  }

  /** First pods that are not available anyway, then as many available ones as the minimum leaves (reconcileOldReplicaSets). */
  private shrinkOld(current: ReplicaSet): boolean {
    const old = this.oldSets.filter(({ spec }) => spec > 0);
    if (old.length === 0) return false;
    const { minAvailable } = this.fenceposts;
    const newUnavailable = current.spec - current.availableReplicas;
    const limit = this.specTotal() - minAvailable - newUnavailable;
    if (limit <= 0) return false;
    const cleaned = this.cleanUpUnavailable(old, limit);
    const scaled = this.scaleDownAvailable(old, minAvailable);
    return cleaned + scaled > 0;
  }

  private cleanUpUnavailable(old: readonly ReplicaSet[], limit: number): number {
    let total = 0;
    for (const set of old) {
      if (total >= limit) break;
      const count = Math.max(0, Math.min(limit - total, set.spec - set.availableReplicas));
      if (count > 0) this.resize(set, set.spec - count);
      total += count;
    }
    return total;
  }

  private scaleDownAvailable(old: readonly ReplicaSet[], minAvailable: number): number {
    const available = this.sets.reduce((sum, set) => sum + set.availableReplicas, 0);
    let total = 0;
    for (const set of old) {
      if (total >= available - minAvailable) break;
      const count = Math.min(set.spec, available - minAvailable - total);
      if (count > 0) this.resize(set, set.spec - count);
      total += count;
    }
    return total;
  }

  // Recreate

  private recreate(): boolean {
    const old = this.oldSets;
    let scaledDown = false;
    for (const set of old) if (set.spec > 0) scaledDown = this.resize(set, 0) || scaledDown;
    if (scaledDown) return true;
    // Terminating pods count as running (oldPodsRunning).
    if (old.some(({ podsLeft }) => podsLeft > 0)) return false;
    const isNew = this.newSet === undefined;
    const current = this.newSet ?? this.createNewSet();
    return (current.spec === this.replicas ? false : this.resize(current, this.replicas)) || isNew;
  }

  // Scaling

  private isScalingEvent(): boolean {
    return this.sets.some(set => set.spec > 0 && set.desired !== this.replicas);
  }

  private scale(): boolean {
    const active = this.sets.filter(({ spec }) => spec > 0);
    if (active.length <= 1) {
      const only = active[0] ?? this.newSet ?? this.oldSets.at(-1);
      return only === undefined ? false : this.resize(only, this.replicas);
    }
    const current = this.newSet;
    if (current !== undefined && this.isSaturated(current)) {
      for (const set of active) if (set !== current) this.resize(set, 0);
      return true;
    }
    if (this.spec.strategy === "Recreate") return false;
    let changed = false;
    for (const [set, size] of proportionalSizes(active, this.replicas, this.surge, this.statusReplicas()))
      changed = this.resize(set, size) || changed;
    return changed;
  }

  private isSaturated(set: ReplicaSet): boolean {
    return set.spec === this.replicas && set.desired === this.replicas && set.availableReplicas === this.replicas;
  }

  // Status

  private statusReplicas(): number {
    return this.sets.reduce((sum, set) => sum + set.replicas, 0);
  }

  private status(): DeploymentStatus {
    return {
      replicas: this.statusReplicas(),
      updated: this.newSet?.replicas ?? 0,
      ready: this.sets.reduce((sum, set) => sum + set.readyReplicas, 0),
      available: this.sets.reduce((sum, set) => sum + set.availableReplicas, 0),
    };
  }

  private isComplete(): boolean {
    const { replicas, updated, available } = this.status();
    return updated === this.replicas && replicas === this.replicas && available === this.replicas;
  }

  private report(judges: boolean): void {
    const status = this.status();
    const minAvailable = this.spec.strategy === "Recreate" ? this.replicas : this.fenceposts.minAvailable;
    this.progress.available(status.available >= minAvailable);
    if (judges) this.progress.judge(status, this.isComplete());
    else this.progress.take(status);
  }

  isDone(): boolean {
    const { replicas, updated, available } = this.status();
    return updated >= this.replicas && replicas <= updated && available >= updated;
  }
}
