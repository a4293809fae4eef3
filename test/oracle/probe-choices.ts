// A sample names three phases. Three more things of a real run are not among them, but show in its timeline: when re-syncs came (the kubelet draws their
// delay), how long the workers of a young kubelet slept first (drawn too), and who won the races of one instant. A sample agrees when the simulator,
// given its phases and a choice of these within their legal bounds, tells the same timeline.

import { type Phase, random } from "../../src/rollout/phase.ts";
import type { PodInput } from "../../src/rollout/pod.ts";
import { type ProbeModel, podModel } from "../../src/rollout/podspec.ts";

export interface Sample {
  readonly phase: Pick<Phase, "workerToStart" | "relistAfter" | "startFraction"> & { readonly late?: boolean };
  readonly starts: Readonly<Record<string, readonly number[]>>;
  readonly exits?: Readonly<Record<string, readonly (readonly [number, number])[]>>;
  readonly kills?: readonly (readonly [number, string, string])[];
  readonly ready?: readonly (readonly [number, number | null])[];
}

/** Creation and start of a container; an answer to a probe. */
const START = 0.05;
const ANSWER = 0.01;

/** The sample's own phase first, then ever more of what it does not tell. */
export function* choices(input: PodInput, sample: Sample): Generator<Phase> {
  yield sample.phase;
  const known: Phase = { ...sample.phase, ...sandbox(input, sample) };
  const bases = resyncs(input, sample).map(times => ({ ...known, resyncs: times }));
  for (const base of sleeps(input, sample, bases)) {
    yield base;
    for (const race of races(sample)) yield { ...base, ...race };
  }
  for (const base of bases) for (const jitter of jitters()) yield { ...base, jitter };
  for (const base of bases.slice(0, 1)) {
    for (const jitter of jitters().slice(0, 6)) for (const race of races(sample)) yield { ...base, jitter, ...race };
  }
}

/** The first init container starts when the sandbox is there. */
function sandbox(input: PodInput, sample: Sample): Pick<Phase, "sandboxSeconds"> {
  const first = podModel(input.podSpec).init[0];
  const start = first === undefined ? undefined : sample.starts[first.name]?.[0];
  return start === undefined ? {} : { sandboxSeconds: start - START + sample.phase.workerToStart };
}

/** Moments at which a re-sync shows: restarts, readiness out of turn, kills put off to the next relist, and what never came within the time. */
function resyncs(input: PodInput, sample: Sample): number[][] {
  const restarts = Object.values(sample.starts).flatMap(times => times.slice(1).map(time => time - START));
  const end = [input.duration + 1];
  const readies = (sample.ready ?? []).map(([from]) => from - ANSWER);
  const kills = (sample.kills ?? []).map(([time]) => time - 0.999);
  const sorted = (times: number[]) => times.sort((a, b) => a - b);
  return [
    sorted([...restarts, ...end]),
    sorted([...restarts, ...readies, ...end]),
    sorted([...restarts, ...kills, ...end]),
    sorted([...kills]),
  ];
}

type Race = Pick<Phase, "early" | "late" | "apart">;

function races(sample: Sample): Race[] {
  const list: Race[] = [];
  for (let index = 0; index < 8; index++) {
    for (const count of [1, 2])
      list.push({ early: Array.from({ length: index + 1 }, (_, at) => (at === index ? count : 0)) });
  }
  for (let pair = 0; pair < 28; pair++) {
    const first = pair % 7;
    const second = first + 1 + Math.floor(pair / 7);
    list.push({ early: Array.from({ length: second + 1 }, (_, at) => (at === first || at === second ? 1 : 0)) });
  }
  for (let index = 0; index < 8; index++) list.push({ apart: [index] }, { early: [1], apart: [index] });
  if (sample.phase.late === true) return list;
  for (let index = 0; index < 8; index++) list.push({ late: [index] });
  return list;
}

function jitters(): ((draw: number) => number)[] {
  const constant = [0, 0.25, 0.75, 0.999].map(value => () => value);
  const drawn = Array.from({ length: 40 }, (_, seed) => {
    const next = random(seed + 1);
    const values = Array.from({ length: 64 }, next);
    return (draw: number) => values[draw % values.length] ?? 0;
  });
  return [...constant, ...drawn];
}

/** Workers of a young kubelet: the phase of their tickers shows in when their thresholds were reached. */
function* sleeps(input: PodInput, sample: Sample, bases: readonly Phase[]): Generator<Phase> {
  const model = podModel(input.podSpec);
  const probes = [...model.containers, ...model.init].flatMap(container => Object.values(container.probes));
  if (!probes.some(({ timing }) => timing.periodSeconds > (input.kubeletUptime ?? Number.POSITIVE_INFINITY))) {
    yield* bases;
    return;
  }
  for (const base of bases.slice(0, 1)) {
    for (const parts of combinations(probes.map(probe => shownSleeps(probe, sample)))) {
      yield { ...base, sleep: worker => parts[worker] ?? 0.5 };
    }
  }
}

function shownSleeps(probe: ProbeModel, sample: Sample): number[] {
  const { periodSeconds } = probe.timing;
  const shown =
    probe.kind === "readiness"
      ? (sample.ready ?? []).flatMap(([from, until]) => [from, from - ANSWER, ...(until === null ? [] : [until])])
      : (sample.kills ?? []).map(([time]) => time);
  const parts = shown.map(time => {
    const tick = time - ANSWER + sample.phase.workerToStart;
    return (((tick % periodSeconds) + periodSeconds) % periodSeconds) / periodSeconds;
  });
  return [...new Set([...parts.slice(0, 4), 0.0001])];
}

function combinations(lists: readonly (readonly number[])[]): number[][] {
  return lists.reduce<number[][]>((all, list) => all.flatMap(head => list.map(item => [...head, item])), [[]]);
}
