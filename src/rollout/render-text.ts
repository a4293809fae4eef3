// A simulation for a terminal: the answers, then bars, then numbers and moments. Pure text; colour comes from outside.

import { durationText, shortNumber } from "./duration.ts";
import { failingShare } from "./endpoints.ts";
import type { Chart, EndpointsChart, LifeChart, LifeState, NumberRow, PodsChart, SimulationResult } from "./result.ts";
import type { RolloutEntry } from "./rollout.ts";

/** What a stretch of a bar means; a painter gives it a colour. */
export type Tone = "old" | "new" | "starting" | "terminating" | "empty" | "good" | "bad" | "muted" | "strong";
export type Paint = (text: string, tone: Tone) => string;

export interface TextOptions {
  readonly width?: number;
  readonly ascii?: boolean;
  readonly paint?: Paint;
}

interface Style {
  readonly width: number;
  readonly ascii: boolean;
  readonly paint: Paint;
}

const NARROWEST = 60;
const WIDEST = 200;
/** A pod is never drawn wider than this. */
const MAX_SIGNS = 8;
/** Rows of the moments that a terminal gets; `--format json` has more. */
const MAX_MOMENTS = 24;

export function renderText(result: SimulationResult, options: TextOptions = {}): string {
  const style: Style = {
    width: Math.min(Math.max(Math.trunc(options.width ?? 80), NARROWEST), WIDEST),
    ascii: options.ascii ?? false,
    paint: options.paint ?? (text => text),
  };
  const blocks = [
    answers(result, style),
    ...result.charts.map(chart => drawing(chart, style)),
    numbers(result.numbers, style),
    moments(result, style),
  ];
  return `${blocks
    .filter(block => block.length > 0)
    .map(block => block.join("\n"))
    .join("\n\n")}\n`;
}

function plain(text: string, { ascii }: Style): string {
  return ascii ? text.replaceAll("–", "-").replaceAll("…", "...").replaceAll("→", "->") : text;
}

// Answers

function answers(result: SimulationResult, style: Style): string[] {
  const [first = "", ...rest] = result.answers;
  const bullet = style.ascii ? "-" : "·";
  return [
    ...wrap(plain(first, style), style.width, "").map(line => style.paint(line, "strong")),
    ...rest.flatMap(answer => wrap(`${bullet} ${plain(answer, style)}`, style.width, "  ")),
  ];
}

/** Breaks at blanks; a word longer than the line stays whole. */
function wrap(text: string, width: number, indent: string): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? (lines.length === 0 ? word : indent + word) : `${line} ${word}`;
    if (longer.length <= width || line === "") line = longer;
    else {
      lines.push(line);
      line = indent + word;
    }
  }
  return [...lines, line];
}

// Drawings

function drawing(chart: Chart, style: Style): string[] {
  if (chart.kind === "pods") return podsDrawing(chart, style);
  return chart.kind === "life" ? lifeDrawing(chart, style) : endpointsDrawing(chart, style);
}

interface Stretch {
  readonly count: number;
  readonly tone: Tone;
  readonly sign: string;
  readonly asciiSign: string;
}

function stretches(entry: RolloutEntry): Stretch[] {
  return [
    { count: entry.oldReady, tone: "old", sign: "█", asciiSign: "O" },
    { count: entry.old - entry.oldReady, tone: "starting", sign: "▒", asciiSign: "o" },
    { count: entry.newReady, tone: "new", sign: "▓", asciiSign: "N" },
    { count: entry.new - entry.newReady, tone: "starting", sign: "░", asciiSign: "n" },
    { count: entry.terminating, tone: "terminating", sign: "×", asciiSign: "x" },
  ];
}

/** One line per state, one sign per pod as long as they fit. */
function podsDrawing(chart: PodsChart, style: Style): string[] {
  const shown = selected(chart.entries, 16);
  const most = Math.max(chart.desired, ...shown.map(({ entry }) => podsIn(entry)), 1);
  const labels = shown.map(({ entry }) => durationText(entry.t));
  const left = Math.max(...labels.map(label => label.length));
  const tail = Math.max(...shown.map(({ entry }) => podsTail(entry).length));
  const room = Math.max(8, style.width - left - tail - 3);
  const scale = scaleFor(room, most);
  const lines = [style.paint(plain(chart.title, style), "strong")];
  for (const [index, { entry, skipped }] of shown.entries()) {
    if (skipped > 0) lines.push(style.paint(plain(`${"".padStart(left)} … ${skipped} more states`, style), "muted"));
    lines.push(
      `${(labels[index] ?? "").padStart(left)} ${podsBar(entry, most, scale, style)} ${podsTail(entry)}`.trimEnd(),
    );
  }
  lines.push(legend(style, scale));
  return lines;
}

/** Signs for one pod: as many whole ones as fit, less than one when not even that does. */
function scaleFor(room: number, most: number): number {
  return most > room ? room / most : Math.min(MAX_SIGNS, Math.floor(room / most));
}

function podsIn(entry: RolloutEntry): number {
  return entry.old + entry.new + entry.terminating;
}

function podsBar(entry: RolloutEntry, most: number, scale: number, style: Style): string {
  let used = 0;
  let pods = 0;
  let bar = "";
  for (const { count, tone, sign, asciiSign } of stretches(entry)) {
    pods += count;
    const end = Math.round(pods * scale);
    if (end > used) bar += style.paint((style.ascii ? asciiSign : sign).repeat(end - used), tone);
    used = Math.max(used, end);
  }
  return bar + " ".repeat(Math.max(0, Math.round(most * scale) - used));
}

function podsTail(entry: RolloutEntry): string {
  return `${entry.oldReady + entry.newReady} ready, ${entry.available} avail.`;
}

function legend(style: Style, scale: number): string {
  const signs = style.ascii
    ? [
        ["O", "old"],
        ["N", "new"],
        ["n", "starting"],
        ["x", "terminating"],
      ]
    : [
        ["█", "old"],
        ["▓", "new"],
        ["░", "starting"],
        ["×", "terminating"],
      ];
  const tones: Tone[] = ["old", "new", "starting", "terminating"];
  const parts = signs.map(([sign = "", name = ""], index) => `${style.paint(sign, tones[index] ?? "muted")} ${name}`);
  const unit = scale >= 1 ? `${shortNumber(scale)} signs a pod` : `${shortNumber(1 / scale)} pods a sign`;
  return `${parts.join("  ")}${scale === 1 ? "" : `  (${unit})`}`;
}

interface Selected<T> {
  readonly entry: T;
  readonly skipped: number;
}

/** The first and the last states when there are too many. */
function selected<T>(entries: readonly T[], maximum: number): Selected<T>[] {
  if (entries.length <= maximum) return entries.map(entry => ({ entry, skipped: 0 }));
  const half = maximum / 2;
  const first = entries.slice(0, half).map(entry => ({ entry, skipped: 0 }));
  const last = entries
    .slice(-half)
    .map((entry, index) => ({ entry, skipped: index === 0 ? entries.length - maximum : 0 }));
  return [...first, ...last];
}

const LIFE: Readonly<Record<LifeState, { sign: string; asciiSign: string; tone: Tone; name: string }>> = {
  waiting: { sign: "·", asciiSign: ".", tone: "muted", name: "scheduling, image, init" },
  booting: { sign: "░", asciiSign: "-", tone: "starting", name: "booting" },
  running: { sign: "▓", asciiSign: "#", tone: "new", name: "running" },
  ready: { sign: "█", asciiSign: "R", tone: "good", name: "Ready" },
  backoff: { sign: "·", asciiSign: ".", tone: "bad", name: "waits to restart" },
  prestop: { sign: "▒", asciiSign: "=", tone: "starting", name: "preStop" },
  stopping: { sign: "×", asciiSign: "x", tone: "terminating", name: "after SIGTERM" },
  routed: { sign: "█", asciiSign: "#", tone: "good", name: "served" },
  refused: { sign: "!", asciiSign: "!", tone: "bad", name: "refused" },
};

function lifeDrawing(chart: LifeChart, style: Style): string[] {
  const left = Math.min(24, Math.max(...chart.rows.map(({ label }) => label.length), 1));
  const room = Math.max(10, style.width - left - 2);
  const at = (t: number) =>
    Math.round((Math.min(Math.max(t, chart.from), chart.until) / Math.max(chart.until, 1e-9)) * room);
  const lines = [style.paint(plain(chart.title, style), "strong")];
  const used = new Set<LifeState>();
  for (const row of chart.rows) {
    let bar = "";
    let column = 0;
    for (const segment of row.segments) {
      const [from, until] = [at(segment.from), Math.max(at(segment.until), at(segment.from) + 1)];
      if (from > column) bar += " ".repeat(from - column);
      const start = Math.max(from, column);
      const { sign, asciiSign, tone } = LIFE[segment.state];
      if (until > start)
        bar += style.paint((style.ascii ? asciiSign : sign).repeat(Math.min(until, room) - start), tone);
      column = Math.max(column, Math.min(until, room));
      used.add(segment.state);
    }
    lines.push(`${row.label.slice(0, left).padEnd(left)} ${bar}`.trimEnd());
    const marks = row.marks.map(({ t, label }) => `${label} at ${durationText(t)}`).join(", ");
    if (marks !== "")
      lines.push(...wrap(marks, room, "").map(line => `${"".padEnd(left)} ${style.paint(line, "muted")}`));
  }
  lines.push(`${"".padEnd(left)} ${axis(chart.until, room)}`);
  lines.push(
    [...used]
      .map(
        state =>
          `${style.paint(style.ascii ? LIFE[state].asciiSign : LIFE[state].sign, LIFE[state].tone)} ${LIFE[state].name}`,
      )
      .join("  "),
  );
  return lines;
}

/** Times below a bar: 0, round steps, each where it belongs. */
function axis(until: number, room: number): string {
  let line = "";
  for (const tick of ticks(until, Math.max(2, Math.floor(room / 14)))) {
    const text = tick === 0 ? "0" : durationText(tick);
    const column = Math.round((tick / Math.max(until, 1e-9)) * room);
    if (column >= line.length + (line === "" ? 0 : 1) && column + text.length <= room)
      line = line.padEnd(column) + text;
  }
  return line;
}

/** Round numbers from 0 to `until`, about `count` of them. */
export function ticks(until: number, count: number): number[] {
  const rough = until / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(Math.max(rough, 0.001)));
  const step = [1, 2, 3, 5, 10].map(factor => factor * power).find(candidate => candidate >= rough) ?? rough;
  const list: number[] = [];
  for (let index = 0; index * step <= until && index < 100; index++) list.push(Math.round(index * step * 1000) / 1000);
  return list;
}

function endpointsDrawing(chart: EndpointsChart, style: Style): string[] {
  const shown = selected(chart.entries, 14);
  const labels = shown.map(({ entry }) => durationText(entry.t));
  const left = Math.max(...labels.map(label => label.length));
  const most = Math.max(1, ...shown.map(({ entry }) => entry.used));
  const room = Math.max(8, style.width - left - 34);
  const scale = scaleFor(room, most);
  const lines = [style.paint(plain(chart.title, style), "strong")];
  for (const [index, { entry, skipped }] of shown.entries()) {
    if (skipped > 0) lines.push(style.paint(plain(`${"".padStart(left)} … ${skipped} more states`, style), "muted"));
    const good = Math.round((entry.used - entry.refusing) * scale);
    const bad = Math.round(entry.used * scale) - good;
    const bar =
      style.paint((style.ascii ? "#" : "█").repeat(good), "good") +
      style.paint("!".repeat(bad), "bad") +
      " ".repeat(Math.max(0, Math.round(most * scale) - good - bad));
    const share = failingShare(entry);
    const source = entry.isFallback ? " (terminating)" : "";
    const what =
      entry.used === 0
        ? "no endpoint: all fail"
        : `${entry.used} used${source}${share > 0 ? `, ${shortNumber(share * 100)} % fail` : ""}`;
    lines.push(
      `${(labels[index] ?? "").padStart(left)} ${bar} ${style.paint(what, share > 0 ? "bad" : "muted")}`.trimEnd(),
    );
  }
  return lines;
}

// Numbers and moments

/** A number as the tables show it. */
export function numberText({ earliest, latest, unit }: NumberRow): [string, string] {
  const text = (value: number | null) => (value === null ? "never" : `${Math.round(value * 10) / 10} ${unit}`);
  return [text(earliest), text(latest)];
}

function numbers(rows: readonly NumberRow[], style: Style): string[] {
  if (rows.length === 0) return [];
  const texts = rows.map(row => [row.label, ...numberText(row)] as const);
  const label = Math.max(...texts.map(([text]) => text.length), 0);
  const first = Math.max("at best".length, ...texts.map(([, text]) => text.length));
  const second = Math.max("at worst".length, ...texts.map(([, , text]) => text.length));
  const line = (a: string, b: string, c: string) => `${a.padEnd(label)}  ${b.padStart(first)}  ${c.padStart(second)}`;
  const lines = texts.map(([name, from, until]) => line(name, from, until === from ? "" : until).trimEnd());
  return [style.paint(line("numbers", "from", "to"), "strong"), ...lines];
}

function moments(result: SimulationResult, style: Style): string[] {
  const shown = selected(result.timeline, MAX_MOMENTS);
  if (shown.length === 0) return [];
  const labels = shown.map(({ entry }) => durationText(entry.t));
  const left = Math.max(...labels.map(label => label.length));
  const lines = shown.flatMap(({ entry, skipped }, index) => {
    const gap = skipped > 0 ? [style.paint(plain(`${"".padStart(left)}  … ${skipped} more`, style), "muted")] : [];
    const [first = "", ...rest] = wrap(plain(entry.what, style), style.width - left - 2, "");
    return [
      ...gap,
      `${(labels[index] ?? "").padStart(left)}  ${first}`,
      ...rest.map(line => `${"".padStart(left)}  ${line}`),
    ];
  });
  const heading = result.timelineZero === "update" ? "timeline" : "timeline, from the first start of a container on";
  return [style.paint(heading, "strong"), ...lines];
}
