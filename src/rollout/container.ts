// The container runtime of one pod: sandbox and containers, with scripted processes in them.

import { type App, type Apps, type Run, runOf, shutdownOf } from "./app.ts";
import { type Clock, microseconds } from "./clock.ts";
import { firstOf, type Process, Signal } from "./process.ts";
import type { Recorder } from "./timeline.ts";

export type RuntimeState = "created" | "running" | "exited";

/** One life of a container as the runtime knows it. */
export interface Life {
  readonly id: number;
  readonly name: string;
  readonly state: RuntimeState;
  readonly startedAt: number;
  readonly finishedAt: number;
  readonly exitCode: number;
}

/** What a relist sees. Newest lives last. */
export interface Snapshot {
  readonly hasSandbox: boolean;
  readonly lives: readonly Life[];
}

class RunningLife implements Life {
  readonly id: number;
  readonly name: string;
  readonly run: Run;
  readonly app: App | undefined;
  readonly died = new Signal();
  state: RuntimeState = "created";
  startedAt = 0;
  finishedAt = 0;
  exitCode = 0;

  constructor(id: number, name: string, app: App | undefined, life: number) {
    this.id = id;
    this.name = name;
    this.app = app;
    this.run = runOf(app, life);
  }
}

export type { RunningLife };

const SIGTERM_EXIT_CODE = 143;
const SIGKILL_EXIT_CODE = 137;

export class Runtime {
  hasSandbox = false;
  private readonly clock: Clock;
  private readonly apps: Apps;
  private readonly recorder: Recorder;
  /** Called on every change that a relist would see. */
  private readonly onChange: () => void;
  private lives: RunningLife[] = [];
  private readonly counts = new Map<string, number>();
  private nextId = 1;

  constructor(clock: Clock, apps: Apps, recorder: Recorder, onChange: () => void) {
    this.clock = clock;
    this.apps = apps;
    this.recorder = recorder;
    this.onChange = onChange;
  }

  snapshot(): Snapshot {
    return { hasSandbox: this.hasSandbox, lives: this.lives.map(({ run, app, died, ...life }) => life) };
  }

  setSandbox(isReady: boolean): void {
    this.hasSandbox = isReady;
    this.onChange();
  }

  find(id: number): RunningLife | undefined {
    return this.lives.find(life => life.id === id);
  }

  create(name: string): RunningLife {
    const count = this.counts.get(name) ?? 0;
    this.counts.set(name, count + 1);
    const life = new RunningLife(this.nextId++, name, this.apps[name], count);
    this.forgetOldLives(name);
    this.lives.push(life);
    this.onChange();
    return life;
  }

  start(life: RunningLife): void {
    life.state = "running";
    life.startedAt = this.clock.now;
    this.recorder.started(life.name, this.clock.now);
    const { exitAt, exitCode = 0 } = life.run;
    if (exitAt !== undefined) this.clock.after(microseconds(exitAt), () => this.end(life, exitCode));
    this.onChange();
  }

  /** SIGTERM, then SIGKILL after the timeout. Comes back when the process has ended. */
  *stop(life: RunningLife, timeoutSeconds: number): Process {
    if (life.state !== "running") return;
    this.recorder.signalled(life.name, this.clock.now, timeoutSeconds);
    const shutdown = shutdownOf(life.app);
    const isKilled = shutdown > timeoutSeconds;
    yield firstOf(this.clock, microseconds(Math.min(shutdown, timeoutSeconds)), life.died);
    this.end(life, isKilled ? SIGKILL_EXIT_CODE : SIGTERM_EXIT_CODE);
  }

  private end(life: RunningLife, exitCode: number): void {
    if (life.state !== "running") return;
    life.state = "exited";
    life.finishedAt = this.clock.now;
    life.exitCode = exitCode;
    this.recorder.exited(life.name, this.clock.now, exitCode);
    life.died.fire();
    this.onChange();
  }

  /** One dead container is kept beside the newest. (pkg/kubelet: MaxPerPodContainerCount 1, podContainerDeletor) */
  private forgetOldLives(name: string): void {
    const same = this.lives.filter(life => life.name === name);
    const dropped = new Set(same.slice(0, -1));
    if (dropped.size > 0) this.lives = this.lives.filter(life => !dropped.has(life));
  }
}

/** The newest life of a container that a snapshot shows. (pkg/kubelet/container: PodStatus.FindContainerStatusByName) */
export function newestLife(snapshot: Snapshot, name: string): Life | undefined {
  return snapshot.lives.findLast(life => life.name === name);
}
