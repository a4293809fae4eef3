// Probe workers: one per container and probe, with the ticker, the trigger and the thresholds of the kubelet. (pkg/kubelet/prober: worker.run,
// worker.doProbe)

import { stepAt } from "./app.ts";
import { type Clock, microseconds, SECOND, type Timer } from "./clock.ts";
import type { Runtime } from "./container.ts";
import { type ContainerModel, type PodModel, type ProbeKind, type ProbeModel, shouldRestart } from "./podspec.ts";
import { firstOf } from "./process.ts";
import type { ContainerStatus, PodStatus } from "./status.ts";
import type { AttemptResult, Recorder } from "./timeline.ts";

export type ProbeResult = "success" | "failure" | "unknown";

/** What a worker sees of the kubelet. */
export interface ProbeHost {
  readonly clock: Clock;
  readonly runtime: Runtime;
  readonly recorder: Recorder;
  readonly pod: PodModel;
  readonly answer: number;
  readonly isIdeal: boolean;
  /** The pod's status as stored. */
  status(): PodStatus | undefined;
  /** The cache of results, by life. (pkg/kubelet/prober/results: manager) */
  results(kind: ProbeKind): Map<number, ProbeResult>;
  /** A result that is new for the container. */
  updated(kind: ProbeKind, id: number, result: ProbeResult): void;
}

const INITIAL: Readonly<Record<ProbeKind, ProbeResult>> = {
  readiness: "failure",
  liveness: "success",
  startup: "unknown",
};

export class Worker {
  readonly kind: ProbeKind;
  readonly container: ContainerModel;
  private readonly host: ProbeHost;
  private readonly probe: ProbeModel;
  private readonly period: number;
  private id: number | undefined;
  private last: ProbeResult | undefined;
  private run = 0;
  private isOnHold = false;
  private isBusy = true;
  private hasTick = false;
  private hasTrigger = false;
  private isStopped = false;
  private ticker: Timer | undefined;

  constructor(host: ProbeHost, container: ContainerModel, probe: ProbeModel) {
    this.host = host;
    this.container = container;
    this.probe = probe;
    this.kind = probe.kind;
    this.period = probe.timing.periodSeconds * SECOND;
  }

  begin(sleep: number): void {
    this.host.clock.after(sleep, () => {
      if (!this.host.isIdeal) this.restartTicker(this.period);
      this.look();
    });
  }

  /** The documentation's model: the first attempt of each life comes initialDelaySeconds after its start. */
  beginLife(startedAt: number): void {
    const first = startedAt + this.probe.timing.initialDelaySeconds * SECOND;
    this.restartTicker(Math.max(first - this.host.clock.now, 0));
  }

  stop(): void {
    this.isStopped = true;
    this.host.clock.cancel(this.ticker);
    if (!this.isBusy) this.host.results(this.kind).delete(this.id ?? 0);
  }

  /** A sync asks for an attempt now. `isEarly`: the worker gets to it before the sync goes on. */
  trigger(isEarly: boolean): void {
    this.hasTrigger = true;
    if (isEarly) this.wake();
    else this.host.clock.after(0, () => this.wake());
  }

  private restartTicker(delay: number): void {
    this.host.clock.cancel(this.ticker);
    this.hasTick = false;
    this.ticker = this.host.clock.after(delay, () => {
      this.restartTicker(this.period);
      this.hasTick = true;
      this.wake();
    });
  }

  private wake(): void {
    if (this.isBusy || this.isStopped) return;
    if (this.hasTick) this.hasTick = false;
    else if (this.hasTrigger) {
      this.hasTrigger = false;
      this.restartTicker(this.period);
    } else return;
    this.look();
  }

  /** One turn of the loop: doProbe up to the attempt. */
  private look(): void {
    this.isBusy = true;
    const status = this.host.status();
    const isOver = status?.phase === "Failed" || status?.phase === "Succeeded";
    const container = status?.containers.get(this.container.name);
    if (isOver || (container !== undefined && !this.prepare(container))) this.isStopped = true;
    if (this.isStopped) this.stop();
    else if (container !== undefined && this.mayAttempt(container)) this.attempt(container);
    else this.rest();
  }

  private rest(): void {
    this.isBusy = false;
    if (this.isStopped) this.stop();
    else if (this.hasTick || this.hasTrigger) this.wake();
  }

  /** Takes notice of a new container, or of one that is not running. False when there is nothing to probe any more. */
  private prepare(container: ContainerStatus): boolean {
    if (container.id === undefined) return true;
    if (container.id !== this.id) {
      if (this.id !== undefined) this.host.results(this.kind).delete(this.id);
      this.id = container.id;
      this.set(INITIAL[this.kind]);
      this.isOnHold = false;
    }
    if (this.isOnHold || container.state === "running") return true;
    this.set("failure");
    return container.state !== "terminated" || shouldRestart(this.host.pod, this.container, container.exitCode);
  }

  private mayAttempt(container: ContainerStatus): boolean {
    if (container.id === undefined || this.isOnHold || container.state !== "running") return false;
    const age = Math.floor((this.host.clock.now - container.startedAt) / SECOND);
    if (age < this.probe.timing.initialDelaySeconds) return false;
    return (container.started === true) === (this.kind !== "startup");
  }

  private attempt(container: ContainerStatus): void {
    const { clock, runtime, answer } = this.host;
    const life = runtime.find(container.id ?? 0);
    if (!this.probe.isResolvable || life === undefined) {
      this.rest();
      return;
    }
    const from = clock.now;
    // The status may still show a process that has ended: nobody answers.
    if (life.state !== "running") {
      this.finish(from, "died");
      return;
    }
    const timeout = this.probe.timing.timeoutSeconds * SECOND;
    const step = stepAt(life.run, this.kind, (from - life.startedAt) / SECOND);
    const latency = step.do === "hang" ? timeout : step.do === "slow" ? microseconds(step.latency ?? 0) : answer;
    const isTimeout = step.do === "hang" || latency >= timeout;
    const planned = isTimeout ? "timeout" : step.do === "fail" ? "failure" : "success";
    // The ideal model has no attempts that take time.
    const lasts = this.host.isIdeal && !isTimeout ? 0 : Math.min(latency, timeout);
    firstOf(clock, lasts, life.died).whenFired(() => {
      const hasDied = life.died.isFired && clock.now < from + lasts;
      this.finish(from, hasDied ? "died" : planned);
    });
  }

  private finish(from: number, result: AttemptResult): void {
    const { clock, recorder } = this.host;
    recorder.attempted({ from, to: clock.now, container: this.container.name, kind: this.kind, result });
    if (!this.isStopped) this.count(result === "success" ? "success" : "failure");
    this.rest();
  }

  private count(result: ProbeResult): void {
    this.run = result === this.last ? this.run + 1 : 1;
    this.last = result;
    const { failureThreshold, successThreshold } = this.probe.timing;
    if (this.run < (result === "failure" ? failureThreshold : successThreshold)) return;
    this.set(result);
    if (this.kind === "startup" || (this.kind === "liveness" && result === "failure")) {
      this.isOnHold = true;
      this.run = 0;
    }
  }

  private set(result: ProbeResult): void {
    const id = this.id;
    if (id === undefined) return;
    const results = this.host.results(this.kind);
    if (results.get(id) === result) return;
    results.set(id, result);
    this.host.updated(this.kind, id, result);
  }
}
