// How long the pods of a workload take to get ready and to go away: the pod simulator, asked once per version.

import { type Apps, hookSeconds } from "./app.ts";
import { type Shutdown, shutdownMoments } from "./endpoints.ts";
import { IDEAL, type Phase, seededPhase } from "./phase.ts";
import { type PodInput, simulatePod } from "./pod.ts";
import { podModel } from "./podspec.ts";
import { type PodRange, podRange, type Spread } from "./range.ts";
import type { Mode } from "./result.ts";
import type { ContainerScript, Scenario } from "./scenario.ts";
import { appOf, scriptOf } from "./script.ts";
import { type Data, dataAt, isData, listAt, MAX_SECONDS, textAt } from "./spec.ts";
import type { PodTimeline } from "./timeline.ts";

/** Sandbox, creation and start of a container, besides scheduling and pulling. */
const START_SECONDS = 0.36;
const LONGEST_HORIZON_SECONDS = 900;
const SHORTEST_HORIZON_SECONDS = 60;
/** SIGTERM to exit where nothing says it. */
const DEFAULT_SHUTDOWN_SECONDS = 1;
/** Pods of a seeded run that differ from each other; later ones repeat them. */
const SAMPLES = 64;

export interface PodTimes {
  /** Creation to Ready, best and worst; Infinity: never. */
  readonly earliest: number;
  readonly latest: number;
  /** Creation to Ready in one mode, pod by pod; negative: never. */
  readonly readySeconds: (index: number) => number;
  /** Creation to the start of the first app container. */
  readonly startSeconds: number;
  /** Creation to the moment the process answers. */
  readonly acceptsSeconds: number;
  readonly shutdown: Shutdown;
  /** Deletion to disappearance: the last container's exit. */
  readonly terminationSeconds: number;
  readonly isSigkilled: boolean;
  readonly hasPreStop: boolean;
  readonly hasReadiness: boolean;
  /** Ranges over all phases, by event; undefined in the modes that look at one run. */
  readonly range: PodRange | undefined;
  /** The run that is drawn, from the start of the first app container. */
  readonly timeline: PodTimeline;
}

export interface TimesInput {
  readonly podSpec: unknown;
  readonly workload: string;
  readonly scenario: Scenario;
  readonly isNew: boolean;
  readonly startupSeconds: number;
  readonly mode: Mode;
  readonly seed: number;
  /** The container that a Service leads to; the first one when absent. */
  readonly serving?: string | undefined;
}

export function podTimes(given: TimesInput): PodTimes {
  const spec = dataAt(given.podSpec);
  const containers = listAt(spec, "containers").filter(isData);
  const input: PodInput = { podSpec: given.podSpec, apps: appsOf(given, spec), duration: horizon(given, containers) };
  const ideal = simulatePod(input, IDEAL);
  const before = startDelay(given, ideal);
  const range = given.mode === "range" || given.mode === "best" || given.mode === "worst" ? podRange(input) : undefined;
  const ready = range?.get("ready1");
  const shown = shownPhase(given, input, ready);
  const timeline = shown === IDEAL ? ideal : simulatePod(input, shown);
  const only = timeline.ready[0]?.[0] ?? Number.POSITIVE_INFINITY;
  const bounds = range === undefined ? { earliest: only, latest: only } : boundsOf(ready);
  const end = endOf(given, spec, containers);
  return {
    earliest: before + Math.max(0, bounds.earliest),
    latest: before + Math.max(0, bounds.latest),
    readySeconds: readinessOf(given, input, bounds, before),
    startSeconds: before,
    acceptsSeconds: before + bootOf(given, end.serving),
    shutdown: end.shutdown,
    terminationSeconds: end.terminationSeconds,
    isSigkilled: end.isSigkilled,
    hasPreStop: end.hasPreStop,
    hasReadiness: containers.some(({ readinessProbe }) => isData(readinessProbe)),
    range,
    timeline,
  };
}

function appsOf(given: TimesInput, spec: Data): Apps {
  const apps: Record<string, Apps[string]> = {};
  for (const [list, isInitList] of [
    ["containers", false],
    ["initContainers", true],
  ] as const) {
    for (const container of listAt(spec, list).filter(isData)) {
      const name = textAt(container, "name") ?? "";
      const isInit = isInitList && container.restartPolicy !== "Always";
      const boot = isInitList ? 0 : given.startupSeconds;
      apps[name] = appOf(container, scriptFor(given, name), boot, isInit);
    }
  }
  return apps;
}

function scriptFor(given: TimesInput, container: string): ContainerScript | undefined {
  return scriptOf(given.scenario, given.workload, container, given.isNew);
}

/** Long enough for the slowest probe to decide, and for one restart after it. */
function horizon(given: TimesInput, containers: readonly Data[]): number {
  const model = podModel({ containers });
  let longest = given.startupSeconds;
  for (const container of model.containers) {
    const script = scriptFor(given, container.name);
    longest = Math.max(longest, script?.boot ?? 0, ...windowEnds(script));
    for (const probe of Object.values(container.probes)) {
      const { initialDelaySeconds, periodSeconds, successThreshold, failureThreshold } = probe.timing;
      const budget = initialDelaySeconds + (failureThreshold + successThreshold + 2) * periodSeconds;
      longest = Math.max(longest, budget);
    }
  }
  return Math.min(Math.max(2 * longest + 60, SHORTEST_HORIZON_SECONDS), LONGEST_HORIZON_SECONDS);
}

function windowEnds(script: ContainerScript | undefined): number[] {
  if (script === undefined) return [];
  return [...script.fails, ...script.hangs, ...script.slow, ...script.http, ...script.files]
    .flatMap(({ from, until }) => [from, until])
    .filter(time => Number.isFinite(time));
}

/** Scheduling, pulling and init containers; the documentation's model starts containers in no time. */
function startDelay(given: TimesInput, ideal: PodTimeline): number {
  const { schedule, pull } = given.scenario.cluster;
  const firstStart = Math.min(0, ...Object.values(ideal.starts).flatMap(list => list.slice(0, 1)));
  return schedule + pull - firstStart + (given.mode === "ideal" ? 0 : START_SECONDS);
}

function shownPhase(given: TimesInput, input: PodInput, ready: Spread | undefined): Phase {
  if (given.mode === "ideal") return IDEAL;
  if (given.mode === "kubelet") return seededPhase(given.seed, longestPeriod(input));
  const phase = given.mode === "best" ? ready?.earliestPhase : ready?.latestPhase;
  return phase ?? IDEAL;
}

function longestPeriod(input: PodInput): number {
  const probes = podModel(input.podSpec).containers.flatMap(({ probes: map }) => Object.values(map));
  return Math.max(1, ...probes.map(({ timing }) => timing.periodSeconds));
}

/** In some phases it may never happen. */
function boundsOf(ready: Spread | undefined): { earliest: number; latest: number } {
  if (ready === undefined) return { earliest: Number.POSITIVE_INFINITY, latest: Number.POSITIVE_INFINITY };
  return { earliest: ready.earliest, latest: ready.count < ready.total ? Number.POSITIVE_INFINITY : ready.latest };
}

function readinessOf(
  given: TimesInput,
  input: PodInput,
  bounds: { earliest: number; latest: number },
  before: number,
): (index: number) => number {
  const after = (ready: number) => (Number.isFinite(ready) ? before + Math.max(0, ready) : -1);
  if (given.mode === "best") return () => after(bounds.earliest);
  if (given.mode !== "kubelet") return () => after(bounds.latest);
  const samples: number[] = [];
  const period = longestPeriod(input);
  return index => {
    const turn = index % SAMPLES;
    samples[turn] ??=
      simulatePod(input, seededPhase(given.seed + turn, period)).ready[0]?.[0] ?? Number.POSITIVE_INFINITY;
    return after(samples[turn]);
  };
}

function bootOf(given: TimesInput, serving: string): number {
  return scriptFor(given, serving)?.boot ?? given.startupSeconds;
}

interface End {
  readonly serving: string;
  readonly shutdown: Shutdown;
  readonly terminationSeconds: number;
  readonly isSigkilled: boolean;
  readonly hasPreStop: boolean;
}

/** All containers are stopped together; the pod is gone with the last of them. */
function endOf(given: TimesInput, spec: Data, containers: readonly Data[]): End {
  const grace = gracePeriod(spec);
  const serving = given.serving ?? textAt(containers[0] ?? {}, "name") ?? "";
  let shutdown: Shutdown = { preStopSeconds: 0, graceSeconds: grace, shutdownSeconds: DEFAULT_SHUTDOWN_SECONDS };
  let terminationSeconds = 0;
  let isSigkilled = false;
  let hasPreStop = false;
  for (const container of containers) {
    const name = textAt(container, "name") ?? "";
    const own = shutdownOf(container, scriptFor(given, name), grace);
    const moments = shutdownMoments(own);
    terminationSeconds = Math.max(terminationSeconds, moments.exits);
    isSigkilled ||= moments.isKilled;
    if (name !== serving) continue;
    shutdown = own;
    hasPreStop = isData(dataAt(container, "lifecycle").preStop);
  }
  return { serving, shutdown, terminationSeconds, isSigkilled, hasPreStop };
}

function shutdownOf(container: Data, script: ContainerScript | undefined, graceSeconds: number): Shutdown {
  const preStopSeconds = hookSeconds(dataAt(container, "lifecycle").preStop, script?.preStop);
  const shutdownSeconds = script?.sigterm ?? DEFAULT_SHUTDOWN_SECONDS;
  const accepts = script?.acceptsAfterSigterm;
  return {
    preStopSeconds,
    graceSeconds,
    shutdownSeconds,
    ...(accepts === undefined ? {} : { acceptsSeconds: accepts }),
  };
}

/** A negative one counts as 1 (pkg/apis/core: a deletion with a negative grace period). */
function gracePeriod(spec: Data): number {
  const grace = spec.terminationGracePeriodSeconds;
  if (typeof grace !== "number" || !Number.isFinite(grace)) return 30;
  return grace < 0 ? 1 : Math.min(grace, MAX_SECONDS);
}
