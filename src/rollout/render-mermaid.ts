// A simulation as a Mermaid gantt chart, for Markdown pages.

import { durationText } from "./duration.ts";
import type { LifeChart, LifeState, PodsChart, SimulationResult } from "./result.ts";
import type { RolloutEntry } from "./rollout.ts";

/** More bars than this are no chart any more. */
const MAX_BARS = 40;

const TAG: Readonly<Partial<Record<LifeState, string>>> = {
  booting: "active, ",
  ready: "done, ",
  routed: "done, ",
  refused: "crit, ",
  backoff: "crit, ",
};

export function renderMermaid(result: SimulationResult): string {
  const { kind, namespace, name } = result.workload;
  const lines = [
    "gantt",
    `  title ${label(`${kind} ${namespace}/${name}`)}`,
    "  dateFormat x",
    `  axisFormat ${axisFormat(result)}`,
  ];
  for (const chart of result.charts) {
    if (chart.kind === "pods") lines.push(...podsSection(chart));
    if (chart.kind === "life") lines.push(...lifeSection(chart));
  }
  return `${lines.join("\n")}\n`;
}

function axisFormat({ charts }: SimulationResult): string {
  const longest = Math.max(0, ...charts.map(({ until }) => until));
  return longest >= 3600 ? "%H:%M" : "%M:%S";
}

/** Mermaid reads `:`, `;`, `#` and `,` in a label as syntax; whatever comes from a manifest is reduced to what it takes as text. */
function label(text: string): string {
  return text
    .replace(/[^\p{L}\p{N} ()+./_%–-]+/gu, " ")
    .replace(/ {2,}/g, " ")
    .trim();
}

function bar(name: string, tag: string, from: number, until: number): string {
  const start = Math.round(from * 1000);
  return `  ${label(name)} :${tag}${start}, ${Math.max(Math.round(until * 1000), start + 1)}`;
}

function podsSection(chart: PodsChart): string[] {
  const stride = Math.ceil(chart.entries.length / MAX_BARS);
  const shown = chart.entries.filter((_, index) => index % stride === 0 || index === chart.entries.length - 1);
  const bars = shown.map((entry, index) => {
    const ready = entry.oldReady + entry.newReady;
    const tag = ready === 0 ? "crit, " : ready < chart.desired ? "active, " : "done, ";
    return bar(stateText(entry), tag, entry.t, shown[index + 1]?.t ?? chart.until);
  });
  return [`  section ${label(chart.title)}`, ...bars];
}

function stateText({ old, new: fresh, oldReady, newReady, terminating }: RolloutEntry): string {
  const going = terminating > 0 ? ` + ${terminating} going` : "";
  return `${old} old + ${fresh} new${going} (${oldReady + newReady} ready)`;
}

function lifeSection(chart: LifeChart): string[] {
  const bars = chart.rows.flatMap(row => [
    ...row.segments.map(({ state, from, until }) => bar(`${row.label} ${state}`, TAG[state] ?? "", from, until)),
    ...row.marks.map(
      ({ t, label: what }) => `  ${label(`${what} at ${durationText(t)}`)} :milestone, ${Math.round(t * 1000)}, 0ms`,
    ),
  ]);
  return [`  section ${label(chart.title)}`, ...bars.slice(0, MAX_BARS)];
}
