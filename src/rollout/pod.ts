// One pod on one node: what the kubelet does with it over time, given a phase. Everything else is told by the pod spec and the scripted applications.

import { type ActionSource, computeActions } from "./actions.ts";
import { type Apps, hookSeconds } from "./app.ts";
import { BackOff } from "./backoff.ts";
import { Clock, MILLISECOND, microseconds, SECOND } from "./clock.ts";
import { type Life, type RunningLife, Runtime, type Snapshot } from "./container.ts";
import { PodWorker, type SyncEnd } from "./kubelet.ts";
import type { Phase } from "./phase.ts";
import { type ContainerModel, type PodModel, type ProbeKind, podModel } from "./podspec.ts";
import { type ProbeHost, type ProbeResult, Worker } from "./probe.ts";
import type { Process } from "./process.ts";
import { generateStatus, isPodReady, type PodStatus } from "./status.ts";
import { graceFor, killContainer, killPod } from "./termination.ts";
import { type PodTimeline, Recorder } from "./timeline.ts";

export interface PodInput {
  /** A plain pod spec, as parsed, before defaulting. */
  readonly podSpec: unknown;
  readonly apps?: Apps;
  /** Seconds after the first start of the first app container. */
  readonly duration: number;
  readonly deleteAt?: number;
  readonly deleteGraceSeconds?: number;
  /** Age of the kubelet when the pod arrives; long ago when absent. */
  readonly kubeletUptime?: number;
  /** From the decision to start a container to its creation: the check for its image. */
  readonly createSeconds?: number;
  readonly maxEvents?: number;
}

/** Creating a container, starting it, and an answer to a probe. */
const CREATE_SECONDS = 0.02;
const START = 30 * MILLISECOND;
const ANSWER = 10 * MILLISECOND;
const SANDBOX_SECONDS = 0.31;

export function simulatePod(input: PodInput, phase: Phase): PodTimeline {
  return new SimulatedPod(input, phase).run();
}

class SimulatedPod implements ProbeHost {
  readonly clock: Clock;
  readonly runtime: Runtime;
  readonly recorder = new Recorder();
  readonly pod: PodModel;
  readonly isIdeal: boolean;
  readonly answer: number;
  private readonly create: number;
  private readonly input: PodInput;
  private readonly phase: Phase;
  private readonly worker: PodWorker;
  private readonly backOff = new BackOff();
  private readonly backingOff = new Set<string>();
  private readonly probeResults: Readonly<Record<ProbeKind, Map<number, ProbeResult>>> = {
    liveness: new Map(),
    readiness: new Map(),
    startup: new Map(),
  };
  private readonly workers = new Map<string, Worker>();
  private readonly reference: string;
  private stored: PodStatus | undefined;
  private isDeleted = false;
  private isTerminal = false;
  private triggers = 0;
  /** Lives whose ideal attempts are planned. */
  private readonly begun = new Set<string>();

  constructor(input: PodInput, phase: Phase) {
    this.input = input;
    this.phase = phase;
    this.pod = podModel(input.podSpec);
    this.reference = this.pod.containers[0]?.name ?? "";
    this.isIdeal = phase.isIdeal === true;
    this.answer = this.isIdeal ? 0 : ANSWER;
    this.create = microseconds(input.createSeconds ?? CREATE_SECONDS);
    this.clock = new Clock(0, input.maxEvents ?? 300_000);
    this.runtime = new Runtime(this.clock, input.apps ?? {}, this.recorder, () => this.worker.changed());
    this.worker = new PodWorker(
      this.clock,
      this.loopPhase(),
      () => this.runtime.snapshot(),
      snapshot => this.sync(snapshot),
    );
  }

  run(): PodTimeline {
    const { clock, input } = this;
    this.worker.update();
    const step = Math.max(SECOND, microseconds(input.duration) / 1000);
    const expected = microseconds(this.phase.workerToStart);
    let end = clock.run(expected);
    for (let at = expected; this.startedAt() === undefined && at < expected + microseconds(input.duration); ) {
      at += step;
      end = clock.run(at);
      if (end !== "until") break;
    }
    const zero = this.startedAt() ?? 0;
    if (input.deleteAt !== undefined) clock.at(zero + microseconds(input.deleteAt), () => this.delete());
    if (end !== "bounded") end = clock.run(zero + microseconds(input.duration));
    return this.recorder.timeline(this.reference, microseconds(input.duration), end, this.stored?.phase ?? "Pending");
  }

  status(): PodStatus | undefined {
    return this.stored;
  }

  results(kind: ProbeKind): Map<number, ProbeResult> {
    return this.probeResults[kind];
  }

  /** The sync loop takes a result from its channel: it changes the stored status, and the pod is synced. */
  updated(kind: ProbeKind, id: number, result: ProbeResult): void {
    if (kind === "liveness" && result !== "failure") return;
    this.clock.after(0, () => {
      const status = [...(this.stored?.containers.values() ?? [])].find(container => container.id === id);
      if (status !== undefined && kind === "readiness") status.ready = result === "success";
      if (status !== undefined && kind === "startup") status.started = result === "success";
      if (status !== undefined) this.observe();
      this.worker.update();
    });
  }

  private startedAt(): number | undefined {
    return this.recorder.starts.get(this.reference)?.[0];
  }

  private loopPhase() {
    const { phase } = this;
    const start = microseconds(phase.workerToStart);
    const relist = start + microseconds(phase.relistAfter);
    return {
      relist,
      tick: relist + microseconds(phase.syncTick ?? 0.5),
      early: phase.early ?? [],
      apart: phase.apart ?? [],
      jitter: phase.jitter ?? (() => 0.5),
      resyncs: (phase.resyncs ?? []).map(time => start + microseconds(time)),
      isIdeal: this.isIdeal,
    };
  }

  private delete(): void {
    this.isDeleted = true;
    this.worker.update();
  }

  private *sync(snapshot: Snapshot): Process<SyncEnd> {
    return this.isDeleted || this.isTerminal ? yield* this.syncTerminating(snapshot) : yield* this.syncPod(snapshot);
  }

  /** pkg/kubelet: Kubelet.SyncPod; pkg/kubelet/kuberuntime: SyncPod. */
  private *syncPod(snapshot: Snapshot): Process<SyncEnd> {
    const status = this.generate(snapshot, false);
    this.store(status);
    if (status.phase === "Succeeded" || status.phase === "Failed") {
      this.isTerminal = true;
      return { kind: "terminal" };
    }
    this.addWorkers();
    const actions = computeActions(snapshot, this.actionSource());
    if (actions.killPod) {
      yield* killPod(this, this.running(snapshot), this.pod.graceSeconds);
      this.runtime.setSandbox(false);
      return { kind: "done" };
    }
    for (const { container, id, reason } of actions.kills) {
      const life = this.runtime.find(id);
      if (life !== undefined) {
        yield* killContainer(this, container, life, reason, graceFor(this.pod, container, reason));
      }
    }
    if (actions.createSandbox) {
      yield this.sandboxTime();
      this.runtime.setSandbox(true);
    }
    return yield* this.startAll(actions.initToStart, actions.toStart, snapshot);
  }

  private *startAll(
    init: readonly ContainerModel[],
    apps: readonly ContainerModel[],
    snapshot: Snapshot,
  ): Process<SyncEnd> {
    const waits = new Map<string, number | undefined>();
    for (const container of [...init, ...apps]) {
      const wait = yield* this.start(container, snapshot);
      waits.set(container.name, wait);
      if (wait !== undefined && container.kind === "init") break;
    }
    for (const [name, wait] of waits) {
      if (wait === undefined) this.backingOff.delete(name);
      else this.backingOff.add(name);
    }
    const times = [...waits.values()].filter(wait => wait !== undefined);
    return times.length === 0 ? { kind: "done" } : { kind: "failed", retryAt: Math.min(...times) };
  }

  /** When the back-off ends, if there is one. postStart is part of the start. */
  private *start(container: ContainerModel, snapshot: Snapshot): Process<number | undefined> {
    const exited = snapshot.lives.findLast(life => life.name === container.name && life.state === "exited");
    if (exited !== undefined) {
      const until = this.backOff.until(container.name, exited.finishedAt, this.clock.now);
      if (until !== undefined) return until;
      this.backOff.next(container.name, exited.finishedAt, this.clock.now);
    }
    if (!this.isIdeal) yield this.create;
    const life = this.runtime.create(container.name);
    if (!this.isIdeal) yield START;
    this.runtime.start(life);
    if (container.postStart !== undefined) {
      yield microseconds(hookSeconds(container.postStart, life.app?.postStartSeconds));
    }
    return undefined;
  }

  /** pkg/kubelet: Kubelet.SyncTerminatingPod. */
  private *syncTerminating(snapshot: Snapshot): Process<SyncEnd> {
    this.store(this.generate(snapshot, false));
    // Sidecars keep theirs. (pkg/kubelet/prober: manager.StopLivenessAndStartup)
    for (const container of this.pod.containers) {
      for (const worker of this.workersOf(container)) if (worker.kind !== "readiness") worker.stop();
    }
    const grace = this.isDeleted ? Math.max(this.input.deleteGraceSeconds ?? this.pod.graceSeconds, 1) : undefined;
    yield* killPod(this, this.running(snapshot), grace ?? this.pod.graceSeconds);
    for (const worker of this.workers.values()) worker.stop();
    this.store(this.generate(this.runtime.snapshot(), true));
    return { kind: "terminated" };
  }

  private running(snapshot: Snapshot): RunningLife[] {
    const isRunning = (life: Life) => life.state === "running";
    return snapshot.lives.filter(isRunning).flatMap(({ id }) => this.runtime.find(id) ?? []);
  }

  private sandboxTime(): number {
    if (this.isIdeal) return 0;
    const untilStart = microseconds(this.phase.workerToStart) - this.create - START;
    const isKnown = this.pod.init.length === 0 && this.phase.sandboxSeconds === undefined;
    return Math.max(isKnown ? untilStart : microseconds(this.phase.sandboxSeconds ?? SANDBOX_SECONDS), 0);
  }

  private addWorkers(): void {
    if (this.workers.size > 0) return;
    for (const container of [...this.pod.containers, ...this.pod.init]) {
      for (const probe of Object.values(container.probes)) {
        const worker = new Worker(this, container, probe);
        const part = this.phase.sleep?.(this.workers.size) ?? 0.5;
        const isYoung = probe.timing.periodSeconds > (this.input.kubeletUptime ?? Number.POSITIVE_INFINITY);
        this.workers.set(`${container.name}/${probe.kind}`, worker);
        worker.begin(isYoung && !this.isIdeal ? Math.round(part * probe.timing.periodSeconds * SECOND) : 0);
      }
    }
  }

  private workersOf(container: ContainerModel): Worker[] {
    return Object.values(container.probes).flatMap(({ kind }) => this.workers.get(`${container.name}/${kind}`) ?? []);
  }

  private actionSource(): ActionSource {
    return {
      pod: this.pod,
      isDeleted: this.isDeleted,
      liveness: this.probeResults.liveness,
      startup: this.probeResults.startup,
    };
  }

  private generate(snapshot: Snapshot, isTerminal: boolean): PodStatus {
    return generateStatus(snapshot, {
      pod: this.pod,
      old: this.stored,
      isDeleted: this.isDeleted,
      isTerminal,
      backingOff: this.backingOff,
      startup: this.probeResults.startup,
      readiness: this.probeResults.readiness,
      cutToSecond: time => this.cutToSecond(time),
      hasWorker: (container, kind) => this.workers.has(`${container}/${kind}`),
      trigger: container => this.trigger(container),
    });
  }

  private trigger(container: string): void {
    if (this.isIdeal) return;
    const { late } = this.phase;
    const index = this.triggers++;
    this.workers.get(`${container}/readiness`)?.trigger(late === true || (Array.isArray(late) && late.includes(index)));
  }

  private cutToSecond(time: number): number {
    if (this.isIdeal) return time;
    const ahead = microseconds(this.phase.startFraction) - microseconds(this.phase.workerToStart);
    return Math.floor((time + ahead) / SECOND) * SECOND - ahead;
  }

  private store(status: PodStatus): void {
    this.stored = status;
    this.observe();
    if (this.isIdeal) this.beginLives(status);
  }

  private beginLives(status: PodStatus): void {
    for (const worker of this.workers.values()) {
      const container = status.containers.get(worker.container.name);
      const isRunning = container?.state === "running" && !this.begun.has(`${container.id}/${worker.kind}`);
      if (!isRunning || container.id === undefined) continue;
      this.begun.add(`${container.id}/${worker.kind}`);
      worker.beginLife(container.startedAt);
    }
  }

  private observe(): void {
    const status = this.stored;
    if (status === undefined) return;
    const { now } = this.clock;
    this.recorder.podReady(isPodReady(this.pod, status), now);
    for (const container of status.containers.values()) {
      if (container.isBackingOff || this.recorder.backOffs.has(container.name)) {
        this.recorder.backingOff(container.name, container.isBackingOff, now);
      }
    }
    const reference = status.containers.get(this.reference);
    if (reference?.state === "running") this.recorder.seen ??= now;
    if (reference?.started === true) this.recorder.isStarted ??= now;
  }
}
