// Draining a node: evictions that a PodDisruptionBudget allows one by one, and replacements that have to get ready elsewhere.

import { Clock, microseconds, seconds } from "./clock.ts";
import { allowedDisruptions, type DisruptionBudget } from "./fenceposts.ts";

/** k8s.io/kubectl/pkg/drain: a refused eviction is tried again after 5 s. */
export const EVICTION_RETRY_SECONDS = 5;

export interface DrainParams {
  readonly replicas: number;
  /** How many of them are on the node. */
  readonly onNode: number;
  readonly budget?: DisruptionBudget | undefined;
  /** From creation to Ready; negative: never. */
  readonly readySeconds: number;
  readonly terminationSeconds: number;
  /** A StatefulSet's pod comes back only when the old one is gone. */
  readonly replacesAfterTermination?: boolean;
  /** Pods elsewhere that are not Ready before the drain begins. */
  readonly unhealthy?: number;
  readonly limitSeconds?: number;
}

export interface DrainEntry {
  readonly t: number;
  readonly healthy: number;
  readonly left: number;
  readonly allowed: number;
}

export interface DrainResult {
  /** The last pod has left the node; null when the drain never ends. */
  readonly doneAt: number | null;
  readonly minHealthy: number;
  readonly evictions: readonly number[];
  readonly refused: number;
  readonly entries: readonly DrainEntry[];
}

const MAX_EVENTS = 200_000;
const DEFAULT_LIMIT_SECONDS = 3600;

export function simulateDrain(params: DrainParams): DrainResult {
  return new Drain(params).run();
}

class Drain {
  private readonly params: DrainParams;
  private readonly clock = new Clock(0, MAX_EVENTS);
  private readonly evictions: number[] = [];
  private readonly entries: DrainEntry[] = [];
  private readonly replicas: number;
  private waiting: number;
  private terminating = 0;
  private healthy: number;
  private matched: number;
  private refused = 0;
  private doneAt: number | null = null;

  constructor(params: DrainParams) {
    this.params = params;
    this.replicas = Math.max(0, Math.trunc(params.replicas));
    this.waiting = Math.min(Math.max(0, Math.trunc(params.onNode)), this.replicas);
    this.healthy = Math.max(this.replicas - Math.max(0, params.unhealthy ?? 0), 0);
    this.matched = this.replicas;
  }

  run(): DrainResult {
    this.evict();
    this.clock.run(microseconds(this.params.limitSeconds ?? DEFAULT_LIMIT_SECONDS));
    const minHealthy = this.entries.reduce((least, { healthy }) => Math.min(least, healthy), this.replicas);
    const { doneAt, evictions, refused, entries } = this;
    return { doneAt, minHealthy, evictions, refused, entries };
  }

  private allowed(): number {
    const { budget } = this.params;
    if (budget === undefined) return this.healthy;
    return allowedDisruptions(budget, { healthy: this.healthy, matched: this.matched, replicas: this.replicas })
      .allowed;
  }

  /** Every pod still on the node is tried; those refused are tried again. */
  private evict(): void {
    const isFree = this.params.budget === undefined;
    while (this.waiting > 0 && (isFree || this.allowed() > 0)) this.evictOne();
    if (this.waiting === 0 && this.terminating === 0) this.doneAt = seconds(this.clock.now);
    this.record();
    if (this.waiting === 0) return;
    this.refused += this.waiting;
    // With nothing under way the budget can never allow more.
    if (this.canChange()) this.clock.after(microseconds(EVICTION_RETRY_SECONDS), () => this.evict());
  }

  private canChange(): boolean {
    return this.terminating > 0 || this.coming > 0;
  }

  private coming = 0;

  private evictOne(): void {
    this.waiting--;
    this.healthy--;
    this.matched--;
    this.terminating++;
    this.evictions.push(seconds(this.clock.now));
    if (this.params.replacesAfterTermination !== true) this.replace();
    this.clock.after(microseconds(Math.max(0, this.params.terminationSeconds)), () => this.vanish());
  }

  private vanish(): void {
    this.terminating--;
    if (this.params.replacesAfterTermination === true) this.replace();
    if (this.waiting === 0 && this.terminating === 0) this.doneAt = seconds(this.clock.now);
    this.record();
  }

  private replace(): void {
    this.matched++;
    if (this.params.readySeconds < 0) return;
    this.coming++;
    this.clock.after(microseconds(this.params.readySeconds), () => {
      this.coming--;
      this.healthy++;
      this.record();
    });
  }

  private record(): void {
    const entry = {
      t: seconds(this.clock.now),
      healthy: this.healthy,
      left: this.waiting + this.terminating,
      allowed: this.allowed(),
    };
    if (this.entries.at(-1)?.t === entry.t) this.entries.pop();
    this.entries.push(entry);
  }
}
