// Between which times something happens, over all phases that nobody controls: best and worst case, and the phases that bring them about.

import { type Phase, random } from "./phase.ts";
import { type PodInput, simulatePod } from "./pod.ts";
import { type PodModel, podModel } from "./podspec.ts";
import type { PodTimeline } from "./timeline.ts";

/**
 * normal: a sync stores the status before the workers that it triggered look at it, now and then not. late: never. The order is a race of microseconds;
 * both occur on real nodes.
 */
export type Order = "normal" | "late" | "both";

export interface Spread {
  readonly earliest: number;
  readonly latest: number;
  readonly earliestPhase: Phase;
  readonly latestPhase: Phase;
  /** In how many of the simulated phases it happened. */
  readonly count: number;
  readonly total: number;
}

/** Keys as `kill1`, `ready1`, `notReady1`, `start2:app`, `exit1:app`, `seen`, `started`. */
export type PodRange = ReadonlyMap<string, Spread>;

const MAX_NUMBER = 5;
/** Phases between the extreme ones. */
const RANDOM_PHASES = 48;
const MAX_TICKER_PHASES = 32;
/** A simulation is cut short after so many events, and the search for extremes after so many of those. */
const MAX_EVENTS = 50_000;
const MAX_BOUNDED = 10;
/** Longer starts bring nothing new. */
const LONGEST_START = 600;
/** Shorter is no start of a container: sandbox, creation and start. */
const SHORTEST_START = 0.36;
/** How far from a moment its neighbours are; relists and seconds end nearer to it. */
const EDGE = 0.002;
const NEAR = 0.0002;

export function podRange(input: PodInput, order: Order = "both"): PodRange {
  const spreads = new Map<string, Spread>();
  const limited = { maxEvents: MAX_EVENTS, ...input };
  let total = 0;
  let left = MAX_BOUNDED;
  const look = (phase: Phase) => {
    if (left === 0) return;
    const timeline = simulatePod(limited, phase);
    total++;
    if (timeline.end === "bounded") left--;
    for (const [key, time] of occurrences(timeline)) widen(spreads, key, time, phase);
  };
  for (const phase of phasesOf(input, order)) look(phase);
  for (let round = 0; round < REFINEMENTS; round++) {
    for (const phase of extremes(spreads)) for (const neighbour of neighbours(phase, round)) look(neighbour);
  }
  for (const phase of resynced(spreads)) look(phase);
  for (const [key, spread] of spreads) spreads.set(key, { ...spread, total });
  return spreads;
}

/** Found by going on from the most extreme phases: what depends on several lives of a container has its corners elsewhere. */
const REFINED = ["kill1", "ready1", "notReady1"];
const REFINEMENTS = 2;

function extremes(spreads: PodRange): Set<Phase> {
  const phases = REFINED.flatMap(key => spreads.get(key) ?? []).filter(({ earliest, latest }) => latest > earliest);
  return new Set(phases.flatMap(({ earliestPhase, latestPhase }) => [earliestPhase, latestPhase]));
}

function neighbours(phase: Phase, round: number): Phase[] {
  const fine = 4 ** round;
  const relists = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9].map(by => ({
    ...phase,
    relistAfter: modulo(phase.relistAfter + by / fine, 1),
  }));
  const starts = [-0.8, -0.5, -0.2, -0.05, 0.05, 0.2, 0.5, 0.8].map(by => ({
    ...phase,
    workerToStart: Math.max(phase.workerToStart + by / fine, SHORTEST_START),
  }));
  return [...relists, ...starts];
}

/** A regular re-sync in the second before a kill puts it off to the next relist; one comes every 60 to 90 s. */
function resynced(spreads: PodRange): Phase[] {
  const kill = spreads.get("kill1");
  if (kill === undefined || kill.latest < 62) return [];
  const before = kill.latest - NEAR;
  const resyncs = Array.from({ length: 40 }, (_, index) => before - index * 75).filter(time => time > 0);
  return [{ ...kill.latestPhase, relistAfter: modulo(before - NEAR, 1), resyncs: resyncs.reverse() }];
}

function widen(spreads: Map<string, Spread>, key: string, time: number, phase: Phase): void {
  const old = spreads.get(key);
  const isEarlier = old === undefined || time < old.earliest;
  const isLater = old === undefined || time > old.latest;
  spreads.set(key, {
    earliest: isEarlier ? time : old.earliest,
    latest: isLater ? time : old.latest,
    earliestPhase: isEarlier ? phase : old.earliestPhase,
    latestPhase: isLater ? phase : old.latestPhase,
    count: (old?.count ?? 0) + 1,
    total: 0,
  });
}

/** When something happened for the first, second, … time. */
export function occurrences(timeline: PodTimeline): Map<string, number> {
  const times = new Map<string, number>();
  const isWithin = (time: number) => time <= timeline.duration;
  const put = (key: string, list: readonly number[]) =>
    list
      .filter(isWithin)
      .slice(0, MAX_NUMBER)
      .forEach((time, index) => {
        times.set(key.replace("#", String(index + 1)), time);
      });
  put(
    "kill#",
    timeline.kills.map(([time]) => time),
  );
  put(
    "ready#",
    timeline.ready.map(([from]) => from),
  );
  put(
    "notReady#",
    timeline.ready.flatMap(([, until]) => until ?? []),
  );
  for (const [name, list] of Object.entries(timeline.starts)) put(`start#:${name}`, list);
  for (const [name, list] of Object.entries(timeline.exits)) {
    put(
      `exit#:${name}`,
      list.map(([time]) => time),
    );
  }
  if (timeline.seen !== undefined) times.set("seen", timeline.seen);
  if (timeline.started !== undefined) times.set("started", timeline.started);
  return times;
}

/** The corners of the space of phases, and some of its inside. */
export function phasesOf(input: PodInput, order: Order): Phase[] {
  const model = podModel(input.podSpec);
  const starts = tickerPhases(model, input);
  const races = order === "late" ? LATE : order === "normal" ? NORMAL : [...NORMAL, ...LATE];
  const phases: Phase[] = [];
  starts.forEach((workerToStart, turn) => {
    CORNERS.forEach(([relistAfter, startFraction], corner) => {
      const race = races[(turn + corner) % races.length];
      const draw = (turn + corner) % 2;
      phases.push({
        workerToStart,
        relistAfter,
        startFraction,
        ...race,
        jitter: () => draw,
        sleep: worker => SLEEPS[(corner + worker * (turn % 2)) % SLEEPS.length] ?? 0,
        syncTick: corner / CORNERS.length,
        ...sandbox(model, workerToStart),
      });
    });
  });
  const next = random(1);
  for (let index = 0; index < RANDOM_PHASES; index++) phases.push(insidePhase(index, next, starts, races, model));
  return phases;
}

const CORNERS: readonly (readonly [number, number])[] = [
  [NEAR, NEAR],
  [NEAR, 1 - NEAR],
  [1 - NEAR, NEAR],
  [1 - NEAR, 1 - NEAR],
  [0.94, 0.5],
  [0.03, 0.5],
];

const SLEEPS = [0, 0, 1 - 1e-5, 0.5, 0.02];

type Race = Pick<Phase, "late" | "early">;

const NORMAL: readonly Race[] = [{}, { early: [1] }, { late: [0] }, { early: [0, 1] }, { early: [2, 2, 2, 2] }];
const LATE: readonly Race[] = [{ late: true }];

function insidePhase(
  index: number,
  next: () => number,
  starts: readonly number[],
  races: readonly Race[],
  model: PodModel,
): Phase {
  const longest = Math.max(...starts);
  const workerToStart = SHORTEST_START + next() * (longest - SHORTEST_START);
  const draws = random(index + 2);
  const jitters = Array.from({ length: 64 }, draws);
  return {
    workerToStart,
    relistAfter: next(),
    startFraction: next(),
    syncTick: next(),
    ...races[index % races.length],
    jitter: draw => jitters[draw % jitters.length] ?? 0,
    sleep: worker => jitters[(worker + 7) % jitters.length] ?? 0,
    ...sandbox(model, workerToStart),
  };
}

/** With init containers the first of them waits for the sandbox alone. */
function sandbox(model: PodModel, workerToStart: number): Pick<Phase, "sandboxSeconds"> {
  return model.init.length === 0 ? {} : { sandboxSeconds: workerToStart - 0.05 };
}

/** Starts for which a tick comes right before or right after a moment at which something changes. */
function tickerPhases(model: PodModel, input: PodInput): number[] {
  const probes = [...model.containers, ...model.init].flatMap(({ probes: map }) => Object.values(map));
  const periods = new Set(probes.map(({ timing }) => Math.min(timing.periodSeconds, LONGEST_START)));
  const delays = probes.map(({ timing }) => timing.initialDelaySeconds);
  const moments = new Set([0, 1, ...delays, ...delays.map(delay => Math.max(delay - 1, 0)), ...scripted(input)]);
  const starts = new Set([SHORTEST_START, SHORTEST_START + 0.5]);
  for (const period of periods) {
    for (const moment of moments) {
      for (const edge of [-EDGE, EDGE])
        starts.add(round(SHORTEST_START + modulo(edge - moment - SHORTEST_START, period)));
    }
  }
  const sorted = [...starts].sort((a, b) => a - b);
  const stride = Math.max(Math.ceil(sorted.length / MAX_TICKER_PHASES), 1);
  return sorted.filter((_, index) => index % stride === 0 || index === sorted.length - 1);
}

function scripted(input: PodInput): number[] {
  const moments: number[] = input.deleteAt === undefined ? [] : [input.deleteAt];
  for (const app of Object.values(input.apps ?? {})) {
    for (const run of (app.runs ?? []).slice(0, 3)) {
      if (run.exitAt !== undefined) moments.push(run.exitAt);
      for (const steps of [run.default, run.liveness, run.readiness, run.startup]) {
        for (const step of (steps ?? []).slice(0, 8)) moments.push(step.at);
      }
    }
  }
  return moments;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}
