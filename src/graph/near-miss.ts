// Which workload a selector nearly selects, and by what it fails.

import type { Field } from "../field.ts";
import { labelsOf, type Selector } from "../kubernetes/selector.ts";
import type { Workload } from "../kubernetes/workload.ts";
import { similar } from "../nearest.ts";
import type { NearMiss } from "./graph.ts";
import type { Pods } from "./pod-index.ts";
import { compareNames } from "./resource-index.ts";

export interface Scored extends NearMiss<Workload> {
  /** Pairs that match count 1 each, pairs that nearly match less. */
  readonly score: number;
  readonly pairs: number;
}

/** How much of a pair is there. The order tells which mistake is likelier to explain a mismatch. */
const WEIGHT = {
  exact: 1,
  onWorkload: 0.8,
  nearValue: 0.7,
  nearKey: 0.7,
  otherKey: 0.5,
  otherValue: 0.2,
  sameName: 0.35,
} as const;

/** A near miss worth naming holds at least this share of the selector. */
const SHARE = 0.5;

interface Verdict {
  readonly weight: number;
  readonly difference?: string;
  /** The label that differs. */
  readonly at?: () => Field;
}

/** How nearly the selector selects these pods; undefined when it is no near miss, or a match. */
export function nearMiss(selector: Selector, pods: Pods, name: string | undefined): Scored | undefined {
  const pairs = selector.requirements.filter(({ operator, values }) => operator === "In" && values.length > 0);
  if (pairs.length === 0) return undefined;
  const { workload } = pods;
  const verdicts = pairs.map(({ key, values }) => judge(key, values[0] ?? "", pods));
  const misses = verdicts.filter(({ weight }) => weight < WEIGHT.exact);
  if (misses.length === 0) return undefined;
  const bonus = name !== undefined && workload.resource.name === name ? WEIGHT.sameName : 0;
  const score = verdicts.reduce((sum, { weight }) => sum + weight, 0) + bonus;
  if (score < SHARE * pairs.length) return undefined;
  const place = misses.find(({ at }) => at !== undefined)?.at?.() ?? labelsField(workload);
  return { candidate: workload, difference: phrase(misses, workload), at: place, score, pairs: pairs.length };
}

function labelsField(workload: Workload): Field {
  return workload.template.get("metadata", "labels");
}

function judge(key: string, value: string, { workload, labels }: Pods): Verdict {
  const there = labels.get(key);
  if (there === value) return { weight: WEIGHT.exact };
  const at = () => labelsField(workload).get(key);
  if (there !== undefined) {
    const slips = similar(value, there);
    const weight = slips === undefined ? WEIGHT.otherValue : WEIGHT.nearValue - slips / 100;
    return { weight, difference: `its label "${key}" is "${there}", not "${value}"`, at };
  }
  if (workload.kind !== "Pod" && labelsOf(workload.resource.metadata.get("labels")).get(key) === value)
    return { weight: WEIGHT.onWorkload, at };
  let best: Verdict | undefined;
  for (const [other, otherValue] of labels) {
    if (otherValue !== value) continue;
    const slips = similar(key, other);
    const weight = slips === undefined ? WEIGHT.otherKey : WEIGHT.nearKey - slips / 100;
    if (best !== undefined && best.weight >= weight) continue;
    const difference = `it has the label "${other}: ${value}", not "${key}: ${value}"`;
    best = { weight, difference, at: () => labelsField(workload).get(other) };
  }
  if (best !== undefined) return best;
  return { weight: 0, difference: `its pods have no label "${key}"` };
}

function phrase(misses: readonly Verdict[], workload: Workload): string {
  const told = misses.map(({ difference }) => difference).filter(text => text !== undefined);
  if (misses.some(({ weight }) => weight === WEIGHT.onWorkload))
    told.unshift(`the labels are on the ${workload.kind}, not on its pod template`);
  return told.slice(0, 3).join(" and ");
}

/** Of equals, the name decides and not the file, so that moving objects between files changes no message. */
function isBefore(a: Scored, b: Scored): boolean {
  return compareNames(a.candidate.resource, b.candidate.resource) < 0;
}

/** The best of the candidates, which come nearest place first: `step` is what one widening costs. */
export function bestOf(candidates: Iterable<{ readonly miss: Scored; readonly ring: number }>): Scored | undefined {
  let best: { miss: Scored; rank: number } | undefined;
  for (const { miss, ring } of candidates) {
    const rank = miss.score / miss.pairs - ring * 0.05;
    const better = best === undefined ? 1 : rank - best.rank;
    if (better > 1e-9 || (better > -1e-9 && best !== undefined && isBefore(miss, best.miss))) best = { miss, rank };
  }
  return best?.miss;
}
