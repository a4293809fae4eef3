// Rollouts computed with the controllers of Kubernetes: aggregates, and the timeline entry by entry.

import type { Action } from "../../src/rollout/controller.ts";
import type { PodTiming } from "../../src/rollout/replica.ts";
import { type RolloutParams, type RolloutTimeline, simulateRollout } from "../../src/rollout/rollout.ts";
import type { Difference, Family, Figure } from "./family.ts";

interface Row {
  readonly id: string;
  readonly kind: string;
  readonly manifest: unknown;
  readonly params: {
    readonly replicas?: number;
    readonly old: PodTiming;
    readonly new: PodTiming;
    readonly limit: number;
    readonly featureGates?: Readonly<Record<string, boolean>>;
    readonly actions?: readonly { readonly t: number; readonly do: string }[];
  };
  readonly result: {
    readonly agg: Readonly<Record<string, number | null>>;
    readonly timeline: readonly Readonly<Record<string, number>>[];
    readonly conditions?: readonly { readonly t: number; readonly type: string; readonly reason: string }[];
  };
  readonly varies?: Readonly<Record<string, readonly [number, number]>>;
}

const KINDS = ["Deployment", "StatefulSet", "DaemonSet"];
const AGGREGATES = 0.99;
const TIMELINES = 0.97;

function actionOf({ t, do: name }: { readonly t: number; readonly do: string }): Action {
  const scale = /^scale:(\d+)$/.exec(name);
  if (scale !== null) return { at: t, do: "scale", replicas: Number(scale[1]) };
  const update = /^update(\d+)$/.exec(name);
  if (update !== null) return { at: t, do: "update", version: Number(update[1]) };
  if (name === "rollback" || name === "pause" || name === "resume") return { at: t, do: name };
  throw new Error(`unknown action "${name}"`);
}

function paramsOf(row: Row): RolloutParams {
  const { params } = row;
  return {
    old: params.old,
    new: params.new,
    // Scenarios of this name have no update, only a change of size.
    update: !row.id.startsWith("sts-scale-"),
    limitSeconds: params.limit,
    actions: (params.actions ?? []).map(actionOf),
    ...(params.replicas === undefined ? {} : { nodes: params.replicas }),
    ...(params.featureGates === undefined ? {} : { featureGates: params.featureGates }),
  };
}

/** Aggregates that differ, outside of what the real controllers themselves vary by. */
function differingAggregates(row: Row, ours: RolloutTimeline): string[] {
  const values = ours.aggregates as unknown as Readonly<Record<string, number | null | undefined>>;
  return Object.entries(row.result.agg)
    .filter(([key, theirs]) => {
      const [from, to] = row.varies?.[key] ?? [theirs ?? Number.NaN, theirs ?? Number.NaN];
      const value = values[key];
      return theirs === null ? value !== null : !(typeof value === "number" && value >= from && value <= to);
    })
    .map(([key, theirs]) => `${key} ${values[key]}, should be ${theirs}`);
}

function firstDifferentEntry(row: Row, ours: RolloutTimeline): string | undefined {
  const { timeline } = row.result;
  for (let index = 0; index < Math.max(timeline.length, ours.entries.length); index++) {
    const theirs = timeline[index];
    const own = ours.entries[index] as unknown as Readonly<Record<string, number>> | undefined;
    if (theirs === undefined || own === undefined)
      return `entry ${index} is only ${own === undefined ? "theirs" : "ours"}`;
    const key = Object.keys(theirs).find(name => theirs[name] !== own[name]);
    if (key !== undefined) return `at t = ${theirs.t}: ${key} ${own[key]}, should be ${theirs[key]}`;
  }
  return undefined;
}

/** Changes of conditions, but for the two names that a race within the first instant gives to the start of a rollout. */
function conditionText(
  conditions: readonly { readonly t: number; readonly type: string; readonly reason: string }[],
): string {
  return conditions
    .map(({ t, type, reason }) => `${t} ${type} ${reason.replace("NewReplicaSetCreated", "ReplicaSetUpdated")}`)
    .sort()
    .join("; ");
}

class Tally {
  agree = 0;
  total = 0;

  add(isAgreed: boolean): void {
    this.total++;
    if (isAgreed) this.agree++;
  }

  figure(name: string, floor?: number): Figure {
    return { name, agree: this.agree, total: this.total, ...(floor === undefined ? {} : { floor }) };
  }
}

function compareKind(rows: readonly Row[], kind: string): { figures: Figure[]; differences: Difference[] } {
  const aggregates = new Tally();
  const timelines = new Tally();
  const conditions = new Tally();
  const differences: Difference[] = [];
  for (const row of rows.filter(candidate => candidate.kind === kind)) {
    const ours = simulateRollout(row.manifest, paramsOf(row));
    const wrong = differingAggregates(row, ours);
    const entry = firstDifferentEntry(row, ours);
    aggregates.add(wrong.length === 0);
    timelines.add(entry === undefined);
    for (const what of wrong) differences.push({ id: row.id, what });
    if (entry !== undefined) differences.push({ id: row.id, what: entry });
    if (row.result.conditions === undefined || kind !== "Deployment") continue;
    const [theirs, own] = [conditionText(row.result.conditions), conditionText(ours.conditions)];
    conditions.add(theirs === own);
    if (theirs !== own) differences.push({ id: row.id, what: `conditions ${own}; should be ${theirs}` });
  }
  const figures = [
    aggregates.figure(`${kind}: all aggregates`, AGGREGATES),
    timelines.figure(`${kind}: timeline`, TIMELINES),
    ...(conditions.total > 0 ? [conditions.figure(`${kind}: conditions`)] : []),
  ];
  return { figures, differences };
}

function run(rows: readonly unknown[]): { figures: Figure[]; differences: Difference[] } {
  const known = rows as readonly Row[];
  const parts = KINDS.map(kind => compareKind(known, kind)).filter(({ figures }) => (figures[0]?.total ?? 0) > 0);
  return {
    figures: parts.flatMap(({ figures }) => figures),
    differences: parts.flatMap(({ differences }) => differences),
  };
}

export const families: Family[] = [{ file: "rollouts", run }];
