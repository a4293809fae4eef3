// GitHub Actions: one workflow command an annotation, and the job summary in Markdown.
//
// The runner keeps ten annotations of a type per step, so errors come first, then files changed in the pull request, and the tenth
// tells how many are left. (actions/runner: ActionCommandManager, and its documented limits)

import type { Diagnostic, Severity } from "../diagnostic.ts";
import { counted, hostPath, type Reporter, type ReporterOptions, shownPath } from "./reporter.ts";
import { disarm, visible } from "./visible.ts";

const COMMAND: Record<Severity, string> = { error: "error", warning: "warning", info: "notice" };
export const PER_TYPE = 10;
/** The runner cuts a message beyond this. */
const MESSAGE_LIMIT = 4096;

export const github: Reporter = (report, options) => {
  const lines: string[] = [];
  for (const severity of ["error", "warning", "info"] as const) {
    const all = counted(report).filter(diagnostic => diagnostic.severity === severity);
    const first = changedFirst(all, options);
    const shown = first.length > PER_TYPE ? first.slice(0, PER_TYPE - 1) : first;
    lines.push(...shown.map(diagnostic => annotation(diagnostic, options)));
    if (first.length > PER_TYPE) lines.push(more(severity, first.length - shown.length));
  }
  return lines.map(line => `${line}\n`).join("");
};

function changedFirst(diagnostics: readonly Diagnostic[], { changed }: ReporterOptions): Diagnostic[] {
  if (changed === undefined) return [...diagnostics];
  return [
    ...diagnostics.filter(({ file }) => changed.has(file)),
    ...diagnostics.filter(({ file }) => !changed.has(file)),
  ];
}

function more(severity: Severity, count: number): string {
  return `::${COMMAND[severity]} title=kprobe-lint::… and ${count} more of this severity, see the job summary`;
}

function annotation(diagnostic: Diagnostic, options: ReporterOptions): string {
  const { range, severity, ruleId, file } = diagnostic;
  const oneLine = range.start.line === range.end.line;
  const properties = {
    file: hostPath(options, file),
    line: String(range.start.line),
    endLine: String(range.end.line),
    // The runner drops both columns unless they lie on one line.
    ...(oneLine ? { col: String(range.start.column), endColumn: String(range.end.column) } : {}),
    title: ruleId,
  };
  const text = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(visible(value))}`);
  return `::${COMMAND[severity]} ${text.join(",")}::${escapeData(message(diagnostic, options))}`;
}

function message({ message: text, help, related }: Diagnostic, options: ReporterOptions): string {
  const lines = [
    visible(text),
    ...related.map(
      place => `${visible(shownPath(options, place.file))}:${place.range.start.line}: ${visible(place.message)}`,
    ),
    ...(help === undefined ? [] : [visible(help)]),
  ];
  const whole = lines.join("\n");
  return whole.length <= MESSAGE_LIMIT
    ? whole
    : `${whole.slice(0, MESSAGE_LIMIT - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}

/** `%` first, or the escapes themselves would be escaped. `##[` anywhere in a line is a command too: the blank takes its power. */
export function escapeData(text: string): string {
  return disarm(text).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}

export function escapeProperty(text: string): string {
  return escapeData(text).replace(/:/g, "%3A").replace(/,/g, "%2C");
}
