// A simulation as a section of an HTML page: answers, drawings, and the numbers of each drawing in a table beneath it. No script, no network.

import { durationText, shortNumber } from "./duration.ts";
import { failingShare } from "./endpoints.ts";
import { renderChart, svgStyle, xml } from "./render-svg.ts";
import { numberText } from "./render-text.ts";
import type { Chart, SimulationResult } from "./result.ts";

/** Rows of one table; a longer rollout is told by its beginning. */
const MAX_ROWS = 60;

/** Styles for all simulations of a page. */
export const SIMULATION_STYLE = [
  svgStyle(".kl"),
  ".kl-sim{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:0 auto 2.5rem;padding:0 1rem}",
  // Narrow screens scroll a drawing sideways rather than shrink its text.
  ".kl-sim svg{display:block;height:auto;min-width:40rem;margin:1rem 0 .25rem}",
  ".kl-sim table{border-collapse:collapse;font-variant-numeric:tabular-nums}",
  ".kl-sim th,.kl-sim td{padding:.15rem .8rem .15rem 0;text-align:right}",
  ".kl-sim th:first-child,.kl-sim td:first-child{text-align:left}",
  ".kl-scroll{overflow-x:auto}",
].join("");

/** The section alone; `idPrefix` keeps ids apart where several are on a page. */
export function renderHtmlSection(result: SimulationResult, idPrefix = "kl"): string {
  const { kind, namespace, name } = result.workload;
  const [first = "", ...rest] = result.answers;
  const title = `${kind} ${namespace}/${name}`;
  const drawings = result.charts.map((chart, index) => {
    const id = `${idPrefix}-${index}`;
    return `<div class="kl-scroll">${renderChart(chart, { idPrefix: id })}</div><details><summary>${xml(chart.title)}: numbers</summary>${chartTable(chart)}</details>`;
  });
  const numbers = result.numbers.map(row => {
    const [from, until] = numberText(row);
    return [row.label, from, until === from ? "" : until];
  });
  return [
    `<section class="kl-sim"><h2>${xml(title)}</h2>`,
    `<p><strong>${xml(first.slice(title.length + 2))}</strong></p>`,
    `<ul>${rest.map(answer => `<li>${xml(answer)}</li>`).join("")}</ul>`,
    ...drawings,
    `<h3>Numbers</h3>${table(["", "from", "to"], numbers)}</section>`,
  ].join("\n");
}

/** A page of its own, for `simulate --format html`. */
export function renderHtml(results: readonly SimulationResult[]): string {
  const sections = results.map((result, index) => renderHtmlSection(result, `kl${index}`));
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
    '<meta name="color-scheme" content="light dark"><title>kprobe-lint simulate</title>',
    `<style>${SIMULATION_STYLE}</style></head><body>`,
    ...sections,
    "</body></html>\n",
  ].join("\n");
}

function chartTable(chart: Chart): string {
  if (chart.kind === "pods") {
    const rows = chart.entries.map(entry => [
      durationText(entry.t),
      ...[entry.old, entry.new, entry.oldReady + entry.newReady, entry.available, entry.terminating].map(String),
    ]);
    return table(["at", "old", "new", "ready", "available", "terminating"], rows);
  }
  if (chart.kind === "endpoints") {
    const rows = chart.entries.map(entry => [
      durationText(entry.t),
      ...[entry.ready, entry.used, entry.refusing].map(String),
      `${shortNumber(failingShare(entry) * 100)} %`,
    ]);
    return table(["at", "ready", "in use", "refusing", "failing requests"], rows);
  }
  const rows = chart.rows.flatMap(row => [
    ...row.segments.map(({ state, from, until }) => [
      `${row.label}: ${state}`,
      durationText(from),
      durationText(until),
    ]),
    ...row.marks.map(({ t, label }) => [`${row.label}: ${label}`, durationText(t), ""]),
  ]);
  return table(["", "from", "to"], rows);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = (tag: string, row: readonly string[]) =>
    `<tr>${row.map(cell => `<${tag}>${xml(cell)}</${tag}>`).join("")}</tr>`;
  const shown = rows.slice(0, MAX_ROWS).map(row => cells("td", row));
  const more = rows.length > MAX_ROWS ? cells("td", [`… ${rows.length - MAX_ROWS} more`]) : "";
  return `<div class="kl-scroll"><table><thead>${cells("th", head)}</thead><tbody>${shown.join("")}${more}</tbody></table></div>`;
}
