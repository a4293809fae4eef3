// Scripted applications: what a container's process answers, when it ends, how it reacts to SIGTERM.

import type { ProbeKind } from "./podspec.ts";

/** `ok` answers well, `fail` answers badly, both at once; `hang` never answers; `slow` answers well after `latency`. */
export type Deed = "ok" | "fail" | "hang" | "slow";

export interface Step {
  /** Seconds after the start of this life. */
  readonly at: number;
  readonly do: Deed;
  /** Seconds until the answer, for `slow`. */
  readonly latency?: number;
}

/** One life of a container. */
export interface Run {
  readonly default?: readonly Step[];
  readonly liveness?: readonly Step[];
  readonly readiness?: readonly Step[];
  readonly startup?: readonly Step[];
  /** The process ends by itself this many seconds after its start. */
  readonly exitAt?: number;
  readonly exitCode?: number;
}

export interface App {
  /** Life by life; the last one repeats. */
  readonly runs?: readonly Run[];
  /** From SIGTERM to the exit; negative: SIGTERM is ignored. One second when absent. */
  readonly shutdownSeconds?: number;
  /** How long the hooks take, where the manifest does not say it. */
  readonly preStopSeconds?: number;
  readonly postStartSeconds?: number;
}

export type Apps = Readonly<Record<string, App>>;

const HEALTHY: Run = {};
const DEFAULT_SHUTDOWN_SECONDS = 1;

export function runOf(app: App | undefined, life: number): Run {
  const runs = app?.runs ?? [];
  return runs[Math.min(life, runs.length - 1)] ?? HEALTHY;
}

/** Seconds from SIGTERM to the exit; Infinity when it is ignored. */
export function shutdownOf(app: App | undefined): number {
  const seconds = app?.shutdownSeconds ?? DEFAULT_SHUTDOWN_SECONDS;
  return seconds < 0 ? Number.POSITIVE_INFINITY : seconds;
}

/** What the process does with a probe that reaches it `since` seconds after its start. Before the first step it fails. */
export function stepAt(run: Run, kind: ProbeKind, since: number): Step {
  const steps = run[kind] ?? run.default;
  if (steps === undefined || steps.length === 0) return { at: 0, do: "ok" };
  let current: Step | undefined;
  for (const step of steps) if (step.at <= since) current = step;
  return current ?? { at: 0, do: "fail" };
}

/** How many seconds a hook takes: a `sleep` action or command tells it. Other commands take what the scenario says, or nothing. */
export function hookSeconds(handler: unknown, scripted: number | undefined): number {
  if (scripted !== undefined) return scripted;
  const hook = asMap(handler);
  const sleep = asMap(hook?.sleep)?.seconds;
  if (typeof sleep === "number") return Math.max(sleep, 0);
  const command = asMap(hook?.exec)?.command;
  if (!Array.isArray(command)) return 0;
  const words = command.filter(word => typeof word === "string" || typeof word === "number").map(String);
  if (words[0] === "hook" || basename(words[0]) === "sleep") return duration(words[1]);
  const script = words.at(-1) ?? "";
  return /\bsleep\b/.test(script) ? sleepsIn(script) : 0;
}

function sleepsIn(script: string): number {
  let total = 0;
  for (const [, amount] of script.matchAll(/\bsleep[ \t]+([0-9.]+[smh]?)/g)) total += duration(amount);
  return total;
}

const UNITS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600 };

function duration(text: string | undefined): number {
  const seconds = Number.parseFloat(text ?? "") * (UNITS[text?.at(-1) ?? ""] ?? 1);
  return Number.isFinite(seconds) ? Math.max(seconds, 0) : 0;
}

function basename(path: string | undefined): string | undefined {
  return path?.slice(path.lastIndexOf("/") + 1);
}

function asMap(value: unknown): Record<string, unknown> | undefined {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : undefined;
}
