// A simulation as SVG: self-contained, no script, text as text, light and dark through CSS variables. Each drawing also has a title and a description, and
// its numbers stand in a table: below it in a single image, as an HTML table in a page.

import { durationText, shortNumber } from "./duration.ts";
import { failingShare } from "./endpoints.ts";
import { numberText, ticks } from "./render-text.ts";
import type { Chart, EndpointsChart, LifeChart, LifeState, NumberRow, PodsChart, SimulationResult } from "./result.ts";
import type { RolloutEntry } from "./rollout.ts";

export interface SvgOptions {
  /** In units of the drawing; the image scales to its place. */
  readonly width?: number;
  /** Makes ids unique where several drawings share a page. */
  readonly idPrefix?: string;
}

interface Canvas {
  readonly width: number;
  readonly left: number;
  readonly right: number;
  readonly id: string;
}

interface Drawing {
  readonly height: number;
  readonly body: string;
}

const TEXT = 13;
const ROW = 22;
const PLOT = 150;

/** Variables may be set from outside; the second value is the dark one. */
const COLOURS: Readonly<Record<string, readonly [light: string, dark: string]>> = {
  text: ["#1f2328", "#e6edf3"],
  muted: ["#59636e", "#9198a1"],
  grid: ["#d1d9e0", "#3d444d"],
  back: ["#ffffff", "#0d1117"],
  old: ["#8250df", "#ab7df8"],
  new: ["#0969da", "#4493f8"],
  starting: ["#9a6700", "#d29922"],
  terminating: ["#8c959f", "#656c76"],
  good: ["#1a7f37", "#3fb950"],
  bad: ["#cf222e", "#f85149"],
};

/** The style that every drawing needs; once per page. */
export function svgStyle(scope: string): string {
  const variables = (index: 0 | 1) =>
    Object.entries(COLOURS)
      .map(([name, pair]) => `--kl-${name}:${pair[index]}`)
      .join(";");
  const fills = Object.keys(COLOURS)
    .map(name => `${scope} .f-${name}{fill:var(--kl-${name})}`)
    .join("");
  return [
    `${scope}{${variables(0)};font:${TEXT}px system-ui,sans-serif}`,
    `@media (prefers-color-scheme:dark){${scope}{${variables(1)}}}`,
    fills,
    `${scope} text{fill:var(--kl-text)}${scope} .muted{fill:var(--kl-muted)}${scope} .head{font-weight:600}`,
    `${scope} rect{shape-rendering:crispEdges}${scope} .grid{stroke:var(--kl-grid);stroke-width:1}${scope} .goal{stroke:var(--kl-text);stroke-dasharray:5 4;fill:none}`,
    `${scope} .mark{stroke:var(--kl-bad);stroke-width:2}`,
  ].join("");
}

/** The whole result as one image. */
export function renderSvg(result: SimulationResult, options: SvgOptions = {}): string {
  const canvas = canvasOf(options);
  const { kind, namespace, name } = result.workload;
  const title = `${kind} ${namespace}/${name}`;
  const parts: Drawing[] = [
    textLines(
      [title, ...result.answers.map((answer, index) => (index === 0 ? answer.slice(title.length + 2) : answer))],
      canvas,
    ),
    ...result.charts.map((chart, index) => chartDrawing(chart, { ...canvas, id: `${canvas.id}-${index}` })),
    numbersTable(result.numbers, canvas),
  ];
  return image(stack(parts), canvas, title, result.answers.join(". "), true);
}

/** One drawing, without its table, for a page that has `svgStyle` already. */
export function renderChart(chart: Chart, options: SvgOptions = {}): string {
  const canvas = canvasOf(options);
  return image(chartDrawing(chart, canvas), canvas, chart.title, chartText(chart), false);
}

function canvasOf({ width = 960, idPrefix = "kl" }: SvgOptions): Canvas {
  const wide = Math.min(Math.max(width, 320), 4000);
  return { width: wide, left: 92, right: wide - 20, id: idPrefix.replace(/[^\w-]/g, "") || "kl" };
}

function image(drawing: Drawing, canvas: Canvas, title: string, description: string, isAlone: boolean): string {
  const { width, id } = canvas;
  const height = Math.ceil(drawing.height + 12);
  const style = isAlone
    ? `<style>${svgStyle(".kl")}</style><rect class="f-back" width="${width}" height="${height}"/>`
    : "";
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" class="kl" viewBox="0 0 ${width} ${height}" width="100%" ` +
    `style="max-width:${width}px" role="img" aria-labelledby="${id}-t ${id}-d">` +
    `<title id="${id}-t">${xml(title)}</title><desc id="${id}-d">${xml(description)}</desc>${style}${drawing.body}</svg>`
  );
}

function stack(parts: readonly Drawing[]): Drawing {
  let top = 8;
  let body = "";
  for (const part of parts) {
    body += `<g transform="translate(0 ${Math.round(top)})">${part.body}</g>`;
    top += part.height + 18;
  }
  return { height: top, body };
}

/** Text of a manifest inside XML; characters that XML does not allow disappear. */
export function xml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

function text(x: number, y: number, content: string, attributes = ""): string {
  return `<text x="${fixed(x)}" y="${fixed(y)}"${attributes === "" ? "" : ` ${attributes}`}>${xml(content)}</text>`;
}

function rect(x: number, y: number, width: number, height: number, fill: string, title: string): string {
  const box = `x="${fixed(x)}" y="${fixed(y)}" width="${fixed(Math.max(width, 0.5))}" height="${fixed(height)}"`;
  return `<rect ${box} class="f-${fill}"><title>${xml(title)}</title></rect>`;
}

function fixed(value: number): string {
  return String(Math.round(value * 10) / 10);
}

// Text blocks

/** SVG does not wrap: about half the font size is one character. */
function textLines(lines: readonly string[], { width }: Canvas): Drawing {
  const most = Math.max(30, Math.floor((width - 40) / (TEXT * 0.52)));
  const rows = lines.flatMap((line, index) => broken(line, most).map(part => ({ part, isHead: index < 2 })));
  const body = rows
    .map(({ part, isHead }, index) => text(12, (index + 1) * 19, part, isHead ? 'class="head"' : ""))
    .join("");
  return { height: rows.length * 19, body };
}

function broken(line: string, most: number): string[] {
  const lines: string[] = [];
  let current = "";
  for (const word of line.split(" ")) {
    if (current !== "" && current.length + word.length + 1 > most) {
      lines.push(current);
      current = word;
    } else current = current === "" ? word : `${current} ${word}`;
  }
  return [...lines, current];
}

function numbersTable(rows: readonly NumberRow[], canvas: Canvas): Drawing {
  const columns = [12, Math.min(400, canvas.width * 0.6), Math.min(500, canvas.width * 0.82)] as const;
  const line = (y: number, cells: readonly string[], attributes: string) =>
    cells
      .map((cell, index) =>
        text(columns[index] ?? 12, y, cell, index === 0 ? attributes : `text-anchor="end" ${attributes}`),
      )
      .join("");
  const body = rows.map((row, index) => {
    const [from, until] = numberText(row);
    return line((index + 2) * 19, [row.label, from, until === from ? "" : until], "");
  });
  return { height: (rows.length + 1) * 19, body: line(19, ["numbers", "from", "to"], 'class="head"') + body.join("") };
}

// Drawings

function chartDrawing(chart: Chart, canvas: Canvas): Drawing {
  if (chart.kind === "pods") return podsDrawing(chart, canvas);
  return chart.kind === "life" ? lifeDrawing(chart, canvas) : endpointsDrawing(chart, canvas);
}

function chartText(chart: Chart): string {
  if (chart.kind === "life")
    return chart.rows.map(({ label, segments }) => `${label}: ${segments.map(segmentText).join(", ")}`).join("; ");
  if (chart.kind === "pods") return chart.entries.slice(0, 40).map(podsText).join("; ");
  return chart.entries.slice(0, 40).map(endpointsText).join("; ");
}

function podsText({ t, old, new: fresh, oldReady, newReady, terminating }: RolloutEntry): string {
  return `${durationText(t)}: ${old} old, ${fresh} new, ${oldReady + newReady} ready, ${terminating} terminating`;
}

function endpointsText(entry: EndpointsChart["entries"][number]): string {
  const fails = entry.used === 0 ? "all requests fail" : `${shortNumber(failingShare(entry) * 100)} % of requests fail`;
  return `${durationText(entry.t)}: ${entry.used} in use, ${fails}`;
}

function segmentText({ state, from, until }: { state: LifeState; from: number; until: number }): string {
  return `${STATES[state].name} ${durationText(from)} to ${durationText(until)}`;
}

interface Layer {
  readonly fill: string;
  readonly name: string;
  readonly count: number;
}

function podLayers(entry: RolloutEntry): Layer[] {
  return [
    { fill: "old", name: "old, ready", count: entry.oldReady },
    { fill: "new", name: "new, ready", count: entry.newReady },
    { fill: "starting", name: "not ready", count: entry.old + entry.new - entry.oldReady - entry.newReady },
    { fill: "terminating", name: "terminating", count: entry.terminating },
  ];
}

function podsDrawing(chart: PodsChart, canvas: Canvas): Drawing {
  const columns = chart.entries.map(entry => ({ t: entry.t, layers: podLayers(entry), what: podsText(entry) }));
  const goal = { value: chart.desired, name: "spec.replicas" };
  return stackedDrawing(chart.title, columns, chart.until, canvas, goal);
}

function endpointsDrawing(chart: EndpointsChart, canvas: Canvas): Drawing {
  const most = Math.max(1, ...chart.entries.map(({ used }) => used));
  const columns = chart.entries.map(entry => ({
    t: entry.t,
    layers: [
      { fill: "good", name: "answers", count: entry.used - entry.refusing },
      // Nothing to send to is drawn as high as everything refusing.
      { fill: "bad", name: "refuses, or no endpoint", count: entry.used === 0 ? most : entry.refusing },
    ],
    what: endpointsText(entry),
  }));
  return stackedDrawing(chart.title, columns, chart.until, canvas, undefined);
}

interface Column {
  readonly t: number;
  readonly layers: readonly Layer[];
  readonly what: string;
}

/** Steps of stacked counts over time. */
function stackedDrawing(
  title: string,
  columns: readonly Column[],
  until: number,
  canvas: Canvas,
  goal: { readonly value: number; readonly name: string } | undefined,
): Drawing {
  const sums = columns.map(({ layers }) => layers.reduce((sum, { count }) => sum + count, 0));
  const most = Math.max(1, goal?.value ?? 0, ...sums);
  const top = 48;
  const x = (t: number) => canvas.left + (t / Math.max(until, 1e-9)) * (canvas.right - canvas.left);
  const y = (count: number) => top + PLOT - (count / most) * PLOT;
  let body = text(12, 16, title, 'class="head"') + legend(columns[0]?.layers ?? [], canvas, goal?.name);
  for (const tick of ticks(most, 4).filter(Number.isInteger))
    body +=
      `<path class="grid" d="M${canvas.left} ${fixed(y(tick))}H${canvas.right}"/>` +
      text(canvas.left - 8, y(tick) + 4, String(tick), 'class="muted" text-anchor="end"');
  for (const [index, column] of columns.entries()) {
    const [from, to] = [x(column.t), x(columns[index + 1]?.t ?? until)];
    let below = 0;
    for (const { fill, name, count } of column.layers) {
      if (count <= 0) continue;
      const height = y(below) - y(below + count);
      body += rect(from, y(below + count), to - from, height, fill, `${count} ${name}. ${column.what}`);
      below += count;
    }
  }
  if (goal !== undefined) body += `<path class="goal" d="M${canvas.left} ${fixed(y(goal.value))}H${canvas.right}"/>`;
  return { height: top + PLOT + 26, body: body + timeAxis(until, canvas, top + PLOT) };
}

function legend(layers: readonly Layer[], canvas: Canvas, goal: string | undefined): string {
  let x = canvas.left;
  let body = "";
  for (const { fill, name } of layers) {
    body += rect(x, 26, 11, 11, fill, name) + text(x + 16, 36, name, 'class="muted"');
    x += 34 + name.length * 7;
  }
  if (goal === undefined) return body;
  return `${body}<path class="goal" d="M${fixed(x)} 32h16"/>${text(x + 22, 36, goal, 'class="muted"')}`;
}

function timeAxis(until: number, canvas: Canvas, y: number): string {
  const width = canvas.right - canvas.left;
  let body = `<path class="grid" d="M${canvas.left} ${fixed(y)}H${canvas.right}"/>`;
  for (const tick of ticks(until, Math.max(2, Math.floor(width / 110)))) {
    const x = canvas.left + (tick / Math.max(until, 1e-9)) * width;
    const anchor = x > canvas.right - 24 ? "end" : "middle";
    body += `<path class="grid" d="M${fixed(x)} ${fixed(y)}v5"/>`;
    body += text(x, y + 19, tick === 0 ? "0" : durationText(tick), `class="muted" text-anchor="${anchor}"`);
  }
  return body;
}

const STATES: Readonly<Record<LifeState, { readonly fill: string; readonly name: string }>> = {
  waiting: { fill: "grid", name: "scheduling, image, init" },
  booting: { fill: "starting", name: "booting" },
  running: { fill: "new", name: "running" },
  ready: { fill: "good", name: "Ready" },
  backoff: { fill: "grid", name: "waits to restart" },
  prestop: { fill: "starting", name: "preStop" },
  stopping: { fill: "terminating", name: "after SIGTERM" },
  routed: { fill: "good", name: "served" },
  refused: { fill: "bad", name: "refused" },
};

function lifeDrawing(chart: LifeChart, canvas: Canvas): Drawing {
  const span = Math.max(chart.until - chart.from, 1e-9);
  const x = (t: number) => canvas.left + ((t - chart.from) / span) * (canvas.right - canvas.left);
  const used = [...new Set(chart.rows.flatMap(({ segments }) => segments.map(({ state }) => state)))];
  let body = text(12, 16, chart.title, 'class="head"');
  body += legend(
    used.map(state => ({ ...STATES[state], count: 1 })),
    canvas,
    undefined,
  );
  let top = 48;
  for (const row of chart.rows) {
    body += text(canvas.left - 8, top + 14, shortened(row.label, 12), 'text-anchor="end"');
    for (const segment of row.segments)
      body += rect(
        x(segment.from),
        top,
        x(segment.until) - x(segment.from),
        ROW - 4,
        STATES[segment.state].fill,
        segmentText(segment),
      );
    for (const { t } of row.marks) body += `<path class="mark" d="M${fixed(x(t))} ${fixed(top - 2)}v${ROW}"/>`;
    top += ROW;
    if (row.marks.length > 0) {
      const marks = row.marks.slice(0, 6).map(({ t, label }) => `${label} at ${durationText(t)}`);
      body += text(canvas.left, top + 11, marks.join(", "), 'class="muted"');
      top += ROW - 4;
    }
  }
  return { height: top + 26, body: body + timeAxis(span, canvas, top + 2) };
}

function shortened(label: string, most: number): string {
  return label.length <= most ? label : `${label.slice(0, most - 1)}…`;
}
