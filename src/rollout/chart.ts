// What there is to draw of a simulation. Numbers only: the renderers decide what they look like.

import { shutdownMoments } from "./endpoints.ts";
import type { Findings } from "./findings.ts";
import type { PodTimes } from "./podtimes.ts";
import type { Chart, EndpointsChart, LifeChart, LifeRow, LifeSegment, PodsChart } from "./result.ts";

/** Beyond this a drawing shows nothing any more; the list of moments goes on. */
const MAX_ENTRIES = 400;

export function chartsOf(findings: Findings): Chart[] {
  const charts: (Chart | undefined)[] = [
    podsChart(findings),
    startChart(findings.times),
    endChart(findings),
    endpointsChart(findings),
  ];
  return charts.filter(chart => chart !== undefined);
}

function podsChart({ run, replicas, mode }: Findings): PodsChart | undefined {
  if (run === undefined) return undefined;
  const title = mode === "range" || mode === "worst" ? "rollout, pods slow to get ready" : `rollout (${mode})`;
  const last = run.entries.at(-1)?.t ?? 0;
  const until = Math.max(last + Math.max(1, last * 0.05), run.aggregates.rolloutDoneAt ?? 0);
  return { kind: "pods", title, until, desired: replicas, entries: thinned(run.entries) };
}

/** Keeps every n-th entry and the last one. */
function thinned<T>(entries: readonly T[]): T[] {
  const stride = Math.ceil(entries.length / MAX_ENTRIES);
  return entries.filter((_, index) => index % stride === 0 || index === entries.length - 1);
}

/** A restart without a wait takes less. */
const SHORTEST_GAP = 0.2;

/** From creation to Ready, and what befalls the containers after it. */
function startChart(times: PodTimes): LifeChart {
  const { timeline, startSeconds } = times;
  const lastEvent = Math.max(
    ...Object.values(timeline.starts).flatMap(list => [...list]),
    ...timeline.ready.flatMap(([from, to]) => [from, to ?? from]),
    ...timeline.kills.map(([t]) => t),
    times.acceptsSeconds - startSeconds,
    1,
  );
  const until = Math.min(timeline.duration, lastEvent * 1.15 + 2) + startSeconds;
  const rows = Object.keys(timeline.starts).map(name => containerRow(times, name, until));
  return { kind: "life", title: "a new pod", from: 0, until, rows: [...rows, readyRow(times, until)] };
}

function containerRow({ timeline, startSeconds, acceptsSeconds }: PodTimes, name: string, until: number): LifeRow {
  const starts = timeline.starts[name] ?? [];
  const exits = timeline.exits[name] ?? [];
  const boot = Math.max(0, acceptsSeconds - startSeconds);
  const segments: LifeSegment[] = [];
  let end = 0;
  for (const [index, start] of starts.entries()) {
    const from = start + startSeconds;
    if (from > end + SHORTEST_GAP)
      segments.push({ from: end, until: from, state: index === 0 ? "waiting" : "backoff" });
    const exit = exits[index]?.[0];
    end = exit === undefined ? until : Math.min(exit + startSeconds, until);
    const answers = Math.min(from + boot, end);
    segments.push({ from, until: answers, state: "booting" }, { from: answers, until: end, state: "running" });
  }
  const marks = timeline.kills
    .filter(([, container]) => container === name)
    .map(([t, , reason]) => ({ t: t + startSeconds, label: `killed (${reason})` }));
  return { label: name, segments: visible(segments, until), marks: marks.filter(({ t }) => t <= until) };
}

function readyRow({ timeline, startSeconds }: PodTimes, until: number): LifeRow {
  const segments = timeline.ready.map(([from, to]): LifeSegment => {
    const end = to === null ? until : to + startSeconds;
    return { from: from + startSeconds, until: Math.min(end, until), state: "ready" };
  });
  return { label: "Ready", segments: visible(segments, until), marks: [] };
}

function visible(segments: readonly LifeSegment[], until: number): LifeSegment[] {
  return segments.filter(segment => segment.until > segment.from && segment.from < until);
}

/** From deletion on: what the process does, and who still sends to it. */
function endChart({ oldTimes, scenario, endpoints, refusedPerPod }: Findings): LifeChart {
  const { sigterm, closes, exits } = shutdownMoments(oldTimes.shutdown);
  const { propagation } = scenario.cluster;
  const until = Math.max(exits, endpoints === undefined ? 0 : propagation, 1) * 1.1;
  const process: LifeSegment[] = [
    { from: 0, until: sigterm, state: "prestop" },
    { from: sigterm, until: exits, state: "stopping" },
  ];
  const marks = [
    { t: sigterm, label: "SIGTERM" },
    { t: exits, label: oldTimes.isSigkilled ? "SIGKILL" : "exit" },
  ];
  const rows: LifeRow[] = [{ label: "container", segments: visible(process, until), marks }];
  if (endpoints !== undefined) {
    const routed: LifeSegment[] = [
      { from: 0, until: Math.min(closes, propagation), state: "routed" },
      { from: propagation - refusedPerPod, until: propagation, state: "refused" },
    ];
    rows.push({ label: "requests", segments: visible(routed, until), marks: [] });
  }
  return { kind: "life", title: "a deleted pod", from: 0, until, rows };
}

function endpointsChart({ endpoints, run }: Findings): EndpointsChart | undefined {
  if (endpoints === undefined || run === undefined) return undefined;
  const last = endpoints.entries.at(-1)?.t ?? 0;
  return {
    kind: "endpoints",
    title: "endpoints in use",
    until: last + Math.max(1, last * 0.05),
    entries: thinned(endpoints.entries),
  };
}
