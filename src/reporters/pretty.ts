// The report for people: severity and message, a code frame with carets, the other ends, the consequence and what to do.

import pc from "picocolors";
import type { Diagnostic, RelatedLocation, Report, Severity } from "../diagnostic.ts";
import type { Reporter, ReporterOptions } from "./reporter.ts";
import { visible, visibleLine } from "./visible.ts";

type Paint = ReturnType<typeof pc.createColors>;
const SIGN: Record<Severity, string> = { error: "x", warning: "!", info: "i" };

export const pretty: Reporter = (report, options) => {
  const paint = pc.createColors(options.color);
  const lines = new Lines(options);
  const blocks = report.diagnostics.map(diagnostic => block(diagnostic, lines, paint, options));
  return [...blocks, closing(report, paint)].join("\n");
};

/** Lines of the files of a report, split once. */
class Lines {
  private readonly cache = new Map<string, readonly string[] | undefined>();
  private readonly textOf: ReporterOptions["textOf"];

  constructor({ textOf }: ReporterOptions) {
    this.textOf = textOf;
  }

  at(file: string, line: number): string | undefined {
    if (!this.cache.has(file)) this.cache.set(file, this.textOf(file)?.split(/\r\n|\n|\r/));
    return this.cache.get(file)?.[line - 1];
  }
}

function block(diagnostic: Diagnostic, lines: Lines, paint: Paint, options: ReporterOptions): string {
  const { severity, ruleId, message, file, range } = diagnostic;
  const color = severity === "error" ? paint.red : severity === "warning" ? paint.yellow : paint.cyan;
  const gutter =
    String(Math.max(range.start.line, ...diagnostic.related.map(({ range: { start } }) => start.line))).length + 1;
  const pad = " ".repeat(gutter);
  const place = `${options.prefix}${file}:${range.start.line}:${range.start.column}`;
  const note = (text: string) => `${pad}${paint.blue("=")} ${text}`;
  return [
    `${color(paint.bold(`${severity}[${ruleId}]`))} ${paint.bold(visible(message))}`,
    `${pad.slice(1)}${paint.blue("-->")} ${visible(place)}${subject(diagnostic)}`,
    ...frame(diagnostic, lines, { paint, color, pad, width: options.width }),
    ...diagnostic.related.flatMap(related =>
      other(related, diagnostic, lines, { paint, color: paint.blue, pad, width: options.width }, options),
    ),
    ...(diagnostic.help === undefined ? [] : [note(visible(diagnostic.help))]),
    ...fixNotes(diagnostic).map(note),
    note(paint.dim(`kprobe-lint explain ${ruleId}`)),
    "",
  ].join("\n");
}

function subject({ resource }: Diagnostic): string {
  if (resource === undefined) return "";
  const name = [resource.namespace, resource.name].filter(part => part !== undefined).join("/");
  const container = resource.container === undefined ? "" : `, container ${resource.container}`;
  return `  (${visible(`${resource.kind} ${name}`.trim() + container)})`;
}

interface Look {
  readonly paint: Paint;
  readonly color: (text: string) => string;
  readonly pad: string;
  readonly width: number;
}

function frame({ file, range }: Pick<Diagnostic, "file" | "range">, lines: Lines, look: Look, label = ""): string[] {
  const text = lines.at(file, range.start.line);
  if (text === undefined) return [];
  const { paint, color, pad, width } = look;
  const bar = paint.blue("|");
  const last = range.end.line === range.start.line ? range.end.column - 1 : text.length;
  const { shown, offset } = window(visibleLine(text), range.start.column - 1, last, width - pad.length - 3);
  const start = range.start.column - 1 - offset;
  const carets = Math.max(1, Math.min(last - offset, shown.length) - start);
  const number = String(range.start.line).padStart(pad.length - 1);
  const mark = label === "" ? "^".repeat(carets) : "-".repeat(carets);
  return [
    `${pad}${bar}`,
    `${paint.blue(number)} ${bar} ${shown}`,
    `${pad}${bar} ${" ".repeat(Math.max(0, start))}${color(mark)}${label === "" ? "" : ` ${color(label)}`}`,
  ];
}

/** The part of a long line around the place, so that a terminal of `width` columns shows it unbroken. */
function window(text: string, start: number, end: number, width: number): { shown: string; offset: number } {
  if (text.length <= width || width < 20) return { shown: text, offset: 0 };
  const middle = Math.min(
    start,
    Math.max(0, Math.floor((start + Math.min(end, start + width)) / 2) - Math.floor(width / 2)),
  );
  const offset = Math.min(middle, Math.max(0, text.length - width));
  return { shown: text.slice(offset, offset + width), offset };
}

function other(
  related: RelatedLocation,
  diagnostic: Diagnostic,
  lines: Lines,
  look: Look,
  options: ReporterOptions,
): string[] {
  const elsewhere = related.file !== diagnostic.file;
  const place = `${options.prefix}${related.file}:${related.range.start.line}:${related.range.start.column}`;
  return [
    ...(elsewhere
      ? [`${look.pad}${look.paint.blue("|")}`, `${look.pad.slice(1)}${look.paint.blue("-->")} ${visible(place)}`]
      : []),
    ...frame(related, lines, look, visible(related.message)),
  ];
}

function fixNotes({ fixes }: Diagnostic): string[] {
  return fixes.map(
    ({ title, safety }) =>
      `help: ${visible(title)}  (fixable with ${safety === "safe" ? "--fix" : "--fix --unsafe-fixes"})`,
  );
}

function closing({ summary, diagnostics, skipped }: Report, paint: Paint): string {
  const files = new Set(diagnostics.map(({ file }) => file)).size;
  const parts = [
    plural(summary.errors, "error"),
    plural(summary.warnings, "warning"),
    ...(summary.infos > 0 ? [plural(summary.infos, "note")] : []),
  ];
  const looked = `${plural(summary.files, "file")} (${plural(summary.resources, "resource")}, ${summary.durationMs} ms)`;
  const worst: Severity | undefined =
    summary.errors > 0 ? "error" : summary.warnings > 0 ? "warning" : summary.infos > 0 ? "info" : undefined;
  const line =
    worst === undefined
      ? paint.green(`ok: nothing found in ${looked}`)
      : `${SIGN[worst]} ${parts.join(", ")} in ${files} of ${looked}`;
  const fixable = summary.fixable > 0 ? `. ${summary.fixable} fixable with --fix` : "";
  const suppressed = summary.suppressed > 0 ? `. ${summary.suppressed} ignored` : "";
  return [paint.bold(`${line}${fixable}${suppressed}.`), ...unchecked(skipped).map(text => paint.dim(text)), ""].join(
    "\n",
  );
}

/** What was not looked at, in one line. */
function unchecked(skipped: Report["skipped"]): string[] {
  const label = {
    template: "Helm template",
    "unknown-kind": "object of an unknown kind",
    patch: "kustomize patch",
    "too-large": "file too large",
    "not-a-manifest": "",
  };
  const counts = new Map<string, number>();
  for (const { reason } of skipped)
    if (label[reason] !== "") counts.set(label[reason], (counts.get(label[reason]) ?? 0) + 1);
  const parts = [...counts].map(([name, count]) => plural(count, name));
  return parts.length === 0 ? [] : [`not checked: ${parts.join(", ")}`];
}

function plural(count: number, noun: string): string {
  if (count === 1) return `1 ${noun}`;
  const words = noun.split(" ");
  const head = noun.startsWith("object") || noun.startsWith("file ") ? 0 : words.length - 1;
  return `${count} ${words.map((word, index) => (index === head ? (word.endsWith("ch") ? `${word}es` : `${word}s`) : word)).join(" ")}`;
}
