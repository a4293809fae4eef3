// The report for people: severity and message, a code frame with carets, the other ends, the consequence and what to do.

import pc from "picocolors";
import { compareText, type Diagnostic, type RelatedLocation, type Report, type Severity } from "../diagnostic.ts";
import { columnsOf, wrapColumns } from "./columns.ts";
import { frameLine, markLines } from "./frame.ts";
import { counted, placesFound, plural, type Reporter, type ReporterOptions, shownPath, subjectOf } from "./reporter.ts";
import { disarm, quoted } from "./visible.ts";

type Paint = ReturnType<typeof pc.createColors>;
const SIGN: Record<Severity, string> = { error: "x", warning: "!", info: "i" };

export const pretty: Reporter = (report, options) => {
  const paint = pc.createColors(options.color);
  const lines = new Lines(options);
  const blocks = report.diagnostics.map(diagnostic => block(diagnostic, lines, paint, options));
  return [...blocks, closing(report, paint, options)].join("\n");
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

/** Bold too: plain blue is hard to read on black. */
function blue(paint: Paint, text: string): string {
  return paint.bold(paint.blue(text));
}

interface Look {
  readonly paint: Paint;
  readonly color: (text: string) => string;
  readonly pad: string;
  readonly options: ReporterOptions;
}

function block(diagnostic: Diagnostic, lines: Lines, paint: Paint, options: ReporterOptions): string {
  const { severity, ruleId, range, related } = diagnostic;
  const color = severity === "error" ? paint.red : severity === "warning" ? paint.yellow : paint.cyan;
  const last = Math.max(range.start.line, ...related.map(place => place.range.start.line));
  const pad = " ".repeat(String(last).length + 1);
  const look = { paint, color, pad, options };
  return [
    ...heading(diagnostic, look),
    ...placeLines(diagnostic, look),
    ...frame(diagnostic, lines, look),
    ...related.flatMap(other => otherEnd(other, diagnostic, lines, { ...look, color: text => blue(paint, text) })),
    ...notesOf(diagnostic).flatMap(text => note(text, look)),
    ...note(`kprobe-lint explain ${ruleId}`, look, paint.dim),
    "",
  ].join("\n");
}

function placeLines(diagnostic: Diagnostic, { pad, paint, options }: Look): string[] {
  const { file, range } = diagnostic;
  const place = quoted(`${shownPath(options, file)}:${range.start.line}:${range.start.column}`);
  const line = `${pad.slice(1)}${blue(paint, "-->")} ${place}`;
  const subject = subjectOf(diagnostic);
  if (subject === "") return [line];
  const behind = `(${quoted(subject)})`;
  const fits = pad.length + 3 + columnsOf(place) + 2 + columnsOf(behind) <= options.width;
  return options.wrap !== true || fits ? [`${line}  ${behind}`] : [line, `${pad.slice(1)}    ${behind}`];
}

function heading({ severity, ruleId, message, url }: Diagnostic, { paint, color, options }: Look): string[] {
  const label = `${severity}[${ruleId}]`;
  const sentence = quoted(message);
  const lines = broken(`${label} ${sentence}`, options.width, options);
  return lines.map((line, index) =>
    index === 0 && line.startsWith(label)
      ? `${link(color(paint.bold(label)), url, options)}${paint.bold(line.slice(label.length))}`
      : paint.bold(line),
  );
}

/** An OSC 8 link on terminals that were found to take them. Only addresses of ours, which hold nothing that could end the sequence. */
function link(text: string, url: string, { hyperlinks }: ReporterOptions): string {
  if (!hyperlinks || !/^https:\/\/[\x21-\x7e]+$/.test(url)) return text;
  return `\u001b]8;;${url}\u001b\\${text}\u001b]8;;\u001b\\`;
}

function note(text: string, { pad, paint, options }: Look, style = (line: string) => line): string[] {
  const lines = broken(text, options.width - pad.length - 2, options);
  return lines.map((line, index) => `${pad}${index === 0 ? blue(paint, "=") : " "} ${style(line)}`);
}

/** A sentence in lines that fit, if that is wanted; what a break brings to a line's start is no command either. */
function broken(text: string, width: number, { wrap }: ReporterOptions): string[] {
  return wrap === true ? wrapColumns(text, width).map(disarm) : [text];
}

function notesOf({ help, fixes, suppressed }: Diagnostic): string[] {
  return [
    ...(help === undefined ? [] : [quoted(help)]),
    ...fixes.map(
      ({ title, safety }) =>
        `help: ${quoted(title)}  (fixable with ${safety === "safe" ? "--fix" : "--fix --unsafe-fixes"})`,
    ),
    ...(suppressed === undefined
      ? []
      : [`ignored by ${suppressed.by}${suppressed.reason === undefined ? "" : `: ${quoted(suppressed.reason)}`}`]),
  ];
}

function frame({ file, range }: Pick<Diagnostic, "file" | "range">, lines: Lines, look: Look, label = ""): string[] {
  const text = lines.at(file, range.start.line);
  if (text === undefined) return [];
  const { paint, color, pad, options } = look;
  const width = options.width - pad.length - 2;
  const end = range.end.line === range.start.line ? range.end.column - 1 : text.length;
  const line = frameLine(text, { start: range.start.column - 1, end }, { width, ascii: options.ascii });
  const bar = blue(paint, "|");
  const number = String(range.start.line).padStart(pad.length - 1);
  const marks = markLines(line, label, { width, mark: label === "" ? "^" : "-" });
  return [
    `${pad}${bar}`,
    `${blue(paint, number)} ${bar} ${line.shown}`.trimEnd(),
    ...marks.map(mark => `${pad}${bar} ${label === "" ? paint.bold(color(mark)) : color(mark)}`),
  ];
}

function otherEnd(related: RelatedLocation, diagnostic: Diagnostic, lines: Lines, look: Look): string[] {
  const { pad, paint, options } = look;
  const place = quoted(`${shownPath(options, related.file)}:${related.range.start.line}:${related.range.start.column}`);
  const arrow = [`${pad}${blue(paint, "|")}`, `${pad.slice(1)}${blue(paint, "-->")} ${place}`];
  const label = quoted(related.message);
  const framed = frame(related, lines, look, label);
  if (framed.length === 0) return [...arrow, ...note(label, look)];
  return related.file === diagnostic.file ? framed : [...arrow, ...framed];
}

function closing(report: Report, paint: Paint, options: ReporterOptions): string {
  const { summary, skipped } = report;
  const parts = [
    plural(summary.errors, "error"),
    plural(summary.warnings, "warning"),
    ...(summary.infos > 0 ? [plural(summary.infos, "info")] : []),
  ];
  const work = `(${plural(summary.resources, "resource")}, ${Math.round(summary.durationMs)} ms)`;
  const worst: Severity | undefined =
    summary.errors > 0 ? "error" : summary.warnings > 0 ? "warning" : summary.infos > 0 ? "info" : undefined;
  const line =
    worst === undefined
      ? `ok: nothing found in ${plural(summary.files, "file")} ${work}`
      : `${SIGN[worst]} ${parts.join(", ")} in ${placesFound(report, options)} ${work}`;
  const fixable = summary.fixable > 0 ? `. ${summary.fixable} fixable with --fix` : "";
  const suppressed = summary.suppressed > 0 ? `. ${summary.suppressed} ignored` : "";
  // `--quiet` leaves out what is no error; it counts all the same.
  const unseen = summary.errors + summary.warnings + summary.infos - counted(report).length;
  const quiet = unseen > 0 ? `. ${unseen} not shown (--quiet)` : "";
  const broke = (text: string) => broken(text, options.width, options);
  const color = worst === undefined ? paint.green : (text: string) => text;
  const last = broke(`${line}${fixable}${suppressed}${quiet}.`).map(text => paint.bold(color(text)));
  const dim = unchecked(skipped, options)
    .flatMap(broke)
    .map(text => paint.dim(text));
  return [...last, ...dim, ""].join("\n");
}

const UNCHECKED: Readonly<Record<Report["skipped"][number]["reason"], readonly [string, string] | undefined>> = {
  template: ["template that is not rendered", "templates that are not rendered"],
  "unknown-kind": ["object of an unknown kind", "objects of unknown kinds"],
  patch: ["kustomize patch", "kustomize patches"],
  "too-large": ["file that is too large", "files that are too large"],
  "not-a-manifest": ["link or device that was not opened", "links or devices that were not opened"],
};

/** What was not looked at, in one line. */
function unchecked(skipped: Report["skipped"], { withoutContext }: ReporterOptions): string[] {
  const counts = new Map<string, number>();
  // What is written for other tools is no loss; only what may have been a manifest is told.
  const told = skipped.filter(({ reason, detail }) => reason !== "not-a-manifest" || detail !== undefined);
  for (const { reason } of told) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const parts = [...counts]
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([reason, count]) => {
      const words = UNCHECKED[reason as keyof typeof UNCHECKED];
      return words === undefined ? [] : [`${count} ${count === 1 ? words[0] : words[1]}`];
    });
  if (withoutContext === true) parts.push("whether what it refers to exists (only the input was read)");
  return parts.length === 0 ? [] : [`not checked: ${parts.join(", ")}`];
}
