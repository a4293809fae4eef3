// Pods under the real kubelet in virtual time: our simulator given the same phase, and our range over all phases.

import { type PodInput, simulatePod } from "../../src/rollout/pod.ts";
import { type Order, podRange } from "../../src/rollout/range.ts";
import type { PodTimeline } from "../../src/rollout/timeline.ts";
import type { Difference, Family, Outcome } from "./family.ts";
import { choices, type Sample } from "./probe-choices.ts";
import { formsOf } from "./probe-forms.ts";

export interface OracleSpread {
  readonly min: number;
  readonly max: number;
  readonly n: number;
}

export interface Row extends PodInput {
  readonly id: string;
  readonly samples: readonly Sample[];
  readonly range: Readonly<Record<string, OracleSpread>>;
  readonly rangeLate?: Readonly<Record<string, OracleSpread>>;
}

/** Seconds. An answer takes 0.01 s and a restart 0.05 s there. */
const TOLERANCE = 0.06;
const WIDE = 1.5;
const RANGE_KEYS = /^(kill1|start2:.+|ready1|notReady1|exit1:.+)$/;
const SAMPLE_FLOOR = 0.97;
const INSIDE_FLOOR = 0.98;
const NARROW_FLOOR = 0.95;
const FORM_FLOOR = 0.98;

function isNear(a: unknown, b: unknown): boolean {
  if (typeof a === "number" && typeof b === "number") return Math.abs(a - b) <= TOLERANCE;
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b;
  return a.length === b.length && a.every((item, index) => isNear(item, b[index]));
}

type Lists = Readonly<Record<string, readonly unknown[]>>;

function areNear(theirs: Lists, ours: Lists): boolean {
  const names = new Set([...Object.keys(theirs), ...Object.keys(ours)]);
  return [...names].every(name => isNear(theirs[name] ?? [], ours[name] ?? []));
}

/** What differs of kills, starts, exits and Ready intervals. */
export function differences(sample: Sample, timeline: PodTimeline): string[] {
  const found: string[] = [];
  // The kubelet's message names no sidecar in a way that was kept: all of them are called "container" there.
  const theirs = (sample.kills ?? []).map(([time, name, reason], index) => {
    return [time, name === "container" ? timeline.kills[index]?.[1] : name, reason];
  });
  if (!isNear(theirs, timeline.kills)) found.push("kills");
  if (!areNear(sample.starts, timeline.starts)) found.push("starts");
  if (!areNear(sample.exits ?? {}, timeline.exits)) found.push("exits");
  if (!isNear(sample.ready ?? [], timeline.ready)) found.push("ready");
  return found;
}

interface Tally {
  total: number;
  /** From the three phases of the sample alone. */
  plain: number;
  /** With draws and races that the sample shows. */
  explained: number;
}

function compareSamples(row: Row, tallies: Record<"normal" | "late", Tally>, found: Difference[]): void {
  row.samples.forEach((sample, index) => {
    const tally = tallies[sample.phase.late === true ? "late" : "normal"];
    tally.total++;
    let first: string[] | undefined;
    let turn = 0;
    for (const phase of choices(row, sample)) {
      const differing = differences(sample, simulatePod(row, phase));
      if (differing.length === 0) {
        tally.explained++;
        if (turn === 0) tally.plain++;
        return;
      }
      first ??= differing;
      turn++;
    }
    found.push({ id: `${row.id}#${index}`, what: `${first?.join(", ")} in no choice of draws and races` });
  });
}

interface RangeTally {
  keys: number;
  inside: number;
  narrow: number;
}

function compareRange(row: Row, order: Order, theirs: Row["range"], tally: RangeTally, found: Difference[]): void {
  const ours = podRange(row, order);
  for (const [key, { min, max }] of Object.entries(theirs)) {
    if (!RANGE_KEYS.test(key)) continue;
    const spread = ours.get(key);
    const isInside = spread !== undefined && spread.earliest <= min + TOLERANCE && spread.latest >= max - TOLERANCE;
    const excess = spread === undefined ? 0 : Math.max(min - spread.earliest, 0) + Math.max(spread.latest - max, 0);
    tally.keys++;
    if (isInside) tally.inside++;
    if (excess <= WIDE) tally.narrow++;
    if (isInside && excess <= WIDE) continue;
    const verdict = isInside ? `${excess.toFixed(2)} s too wide` : "not contained";
    const told = spread === undefined ? "never" : `${spread.earliest} to ${spread.latest}`;
    found.push({ id: row.id, what: `${order} ${key} ${verdict}: ${min} to ${max}, ours ${told}` });
  }
}

interface FormTally {
  total: number;
  contained: number;
}

function compareForms(row: Row, tally: FormTally, found: Difference[]): void {
  for (const { key, bounds } of formsOf(row)) {
    for (const spread of [row.range[key], row.rangeLate?.[key]]) {
      if (spread === undefined) continue;
      tally.total++;
      const { min, max } = spread;
      if (min >= bounds.earliest - TOLERANCE && max <= bounds.latest + TOLERANCE) tally.contained++;
      else
        found.push({
          id: row.id,
          what: `closed form of ${key} ${bounds.earliest} to ${bounds.latest}: ${min} to ${max}`,
        });
    }
  }
}

function run(rows: readonly unknown[]): Outcome {
  const tallies = {
    normal: { total: 0, plain: 0, explained: 0 },
    late: { total: 0, plain: 0, explained: 0 },
  };
  const forms: FormTally = { total: 0, contained: 0 };
  const ranges: RangeTally = { keys: 0, inside: 0, narrow: 0 };
  const found: Difference[] = [];
  for (const row of rows as readonly Row[]) {
    compareSamples(row, tallies, found);
    compareForms(row, forms, found);
    compareRange(row, "normal", row.range, ranges, found);
    if (row.rangeLate !== undefined) compareRange(row, "late", row.rangeLate, ranges, found);
  }
  const { normal, late } = tallies;
  return {
    figures: [
      { name: "samples, normal", agree: normal.explained, total: normal.total, floor: SAMPLE_FLOOR },
      { name: "samples, late", agree: late.explained, total: late.total, floor: SAMPLE_FLOOR },
      { name: "samples, normal, without their draws and races", agree: normal.plain, total: normal.total },
      { name: "samples, late, without their draws and races", agree: late.plain, total: late.total },
      { name: "ranges, contained", agree: ranges.inside, total: ranges.keys, floor: INSIDE_FLOOR },
      { name: "ranges, within the closed forms", agree: forms.contained, total: forms.total, floor: FORM_FLOOR },
      { name: `ranges, at most ${WIDE} s wider`, agree: ranges.narrow, total: ranges.keys, floor: NARROW_FLOOR },
    ],
    differences: found,
  };
}

export const families: Family[] = [{ file: "probes", run }];
