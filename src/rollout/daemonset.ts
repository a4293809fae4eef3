// The DaemonSet controller: one pod per node, replaced in place or, with maxSurge, after its successor is available.
// Passes are those of pkg/controller/daemon (manage, rollingUpdate). Here nodes are alike and all of them should run a pod.

import { microseconds, SECOND, type Timer } from "./clock.ts";
import type { Action, Controller } from "./controller.ts";
import { daemonSetFenceposts, type RollingUpdate } from "./fenceposts.ts";
import { type Fleet, isActive, type Replica, type ReplicaEvent } from "./replica.ts";

export interface DaemonSetSpec {
  readonly nodes: number;
  readonly strategy: "RollingUpdate" | "OnDelete";
  readonly rollingUpdate: RollingUpdate;
  readonly minReadySeconds: number;
}

/** What a pass sees on one node. `lost` counts as unavailable: its pod is terminating or missing. */
type NodeClass = "current" | "starting" | "outdated" | "broken" | "surging" | "surged" | "lost";

export class DaemonSet implements Controller {
  private readonly spec: DaemonSetSpec;
  private readonly fleet: Fleet;
  private readonly wakeUp: () => void;
  private readonly pods: Replica[][] = [];
  private readonly classes: NodeClass[] = [];
  private readonly members: Readonly<Record<NodeClass, Set<number>>> = {
    current: new Set(),
    starting: new Set(),
    outdated: new Set(),
    broken: new Set(),
    surging: new Set(),
    surged: new Set(),
    lost: new Set(),
  };
  private template = 1;
  private previous = 1;
  private timer: Timer | undefined;

  constructor(spec: DaemonSetSpec, fleet: Fleet, wakeUp: () => void) {
    this.spec = spec;
    this.fleet = fleet;
    this.wakeUp = wakeUp;
  }

  establish(): void {
    for (let node = 0; node < this.spec.nodes; node++) {
      this.pods.push([this.fleet.establish(1, node)]);
      this.classify(node);
    }
  }

  nameOf(replica: Replica): string {
    return `n${replica.slot}`;
  }

  act(action: Action): void {
    if (action.do === "update") {
      this.previous = this.template;
      this.template = action.version;
    }
    if (action.do === "rollback") this.template = this.previous;
    for (let node = 0; node < this.pods.length; node++) this.classify(node);
  }

  /** Nothing happens in the cluster when minReadySeconds are over: that is noticed at the next sync, whatever causes it. */
  observe(replica: Replica, event: ReplicaEvent): boolean {
    const pods = this.pods[replica.slot] ?? [];
    if (event === "gone") pods.splice(pods.indexOf(replica), 1);
    this.classify(replica.slot);
    if (event === "ready" && this.spec.minReadySeconds > 0)
      this.recheck(microseconds(this.spec.minReadySeconds) + SECOND);
    return event !== "available" || this.spec.minReadySeconds === 0;
  }

  /** One key waits in the delaying queue, at the earliest time it was added for (client-go util/workqueue: AddAfter). */
  private recheck(delay: number): void {
    const time = this.fleet.clock.now + delay;
    if (this.timer !== undefined && !this.timer.cancelled && this.timer.time > this.fleet.clock.now) {
      if (this.timer.time <= time) return;
      this.fleet.clock.cancel(this.timer);
    }
    this.timer = this.fleet.clock.at(time, this.wakeUp);
  }

  private classify(node: number): void {
    const before = this.classes[node];
    const now = this.classOf(node);
    if (before === now) return;
    if (before !== undefined) this.members[before].delete(node);
    this.members[now].add(node);
    this.classes[node] = now;
  }

  private classOf(node: number): NodeClass {
    const active = (this.pods[node] ?? []).filter(isActive);
    const current = active.find(({ version }) => version === this.template);
    const outdated = active.find(({ version }) => version !== this.template);
    if (current !== undefined && outdated !== undefined) return current.isAvailable ? "surged" : "surging";
    if (current !== undefined) return current.isAvailable ? "current" : "starting";
    if (outdated !== undefined) return outdated.isAvailable ? "outdated" : "broken";
    return "lost";
  }

  sync(): boolean {
    const created = this.fillNodes();
    if (created || this.spec.strategy === "OnDelete") return created;
    const { surge, unavailable } = daemonSetFenceposts(this.spec.nodes, this.spec.rollingUpdate);
    return surge > 0 ? this.surge(surge) : this.replace(unavailable);
  }

  /** A node gets a pod only when the one before is gone altogether (podsShouldBeOnNode). */
  private fillNodes(): boolean {
    let changed = false;
    for (const node of this.members.lost) {
      if ((this.pods[node]?.length ?? 0) > 0) continue;
      this.create(node);
      changed = true;
    }
    return changed;
  }

  /** Old pods that are not available go at once; of the others as many as maxUnavailable leaves. */
  private replace(maxUnavailable: number): boolean {
    const { starting, lost, surging, surged, broken, outdated } = this.members;
    const room = maxUnavailable - starting.size - lost.size - surging.size - surged.size;
    const nodes = [...broken, ...take(outdated, room)];
    for (const node of nodes) this.deleteOutdated(node);
    return nodes.length > 0;
  }

  /** New pods beside old ones, up to maxSurge of them not yet available; the old one goes when its successor is available. */
  private surge(maxSurge: number): boolean {
    const { surging, surged, broken, outdated } = this.members;
    const finished = [...surged];
    const overtaken = [...surging].filter(node => this.pods[node]?.some(isBrokenOld(this.template)));
    const nodes = [...broken, ...take(outdated, maxSurge - surging.size)];
    for (const node of [...finished, ...overtaken]) this.deleteOutdated(node);
    for (const node of nodes) this.create(node);
    return finished.length + overtaken.length + nodes.length > 0;
  }

  private create(node: number): void {
    this.pods[node]?.push(this.fleet.create(this.template, node));
    this.classify(node);
  }

  private deleteOutdated(node: number): void {
    for (const pod of this.pods[node] ?? []) if (isActive(pod) && pod.version !== this.template) this.fleet.delete(pod);
    this.classify(node);
  }

  /** Counts the oldest pod of each node, terminating or not (updateDaemonSetStatus). */
  private status(): { updated: number; ready: number; available: number } {
    let updated = 0;
    let ready = 0;
    let available = 0;
    for (const [oldest] of this.pods) {
      if (oldest === undefined) continue;
      if (oldest.version === this.template) updated++;
      if (oldest.readyAt !== undefined) ready++;
      if (oldest.isAvailable) available++;
    }
    return { updated, ready, available };
  }

  settled(): void {
    const { ready, available } = this.status();
    if (this.spec.minReadySeconds > 0 && ready !== available) this.recheck(microseconds(this.spec.minReadySeconds));
  }

  isDone(): boolean {
    if (this.spec.strategy === "OnDelete") return false;
    if (this.members.current.size < this.spec.nodes) return false;
    const { updated, available } = this.status();
    return updated >= this.spec.nodes && available >= this.spec.nodes;
  }

  specOld(): number {
    return 0;
  }

  specNew(): number {
    return 0;
  }
}

function take(nodes: ReadonlySet<number>, count: number): number[] {
  const taken: number[] = [];
  for (const node of nodes) {
    if (taken.length >= count) break;
    taken.push(node);
  }
  return taken;
}

/** An old pod that is no longer ready need not wait for its successor. */
function isBrokenOld(template: number): (pod: Replica) => boolean {
  return pod => isActive(pod) && pod.version !== template && pod.readyAt === undefined;
}
