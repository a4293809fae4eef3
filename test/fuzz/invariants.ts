// What holds for every report and every output, whatever the input was.

import type { Report } from "../../src/diagnostic.ts";
import type { LintResult } from "../../src/lint.ts";
import { REPORTERS } from "../../src/reporters/index.ts";
import { OPTIONS } from "../reporters/sample.ts";
import type { Random } from "../yaml/generate.ts";
import { hold } from "./target.ts";

/** Characters that act on a terminal or that nobody sees; a line break is the only one an output may hold. */
export const RAW =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e0fff}]|\p{Cs}/u;

export function checkText(text: string, what: string): void {
  const found = RAW.exec(text);
  if (found !== null) hold(false, `${what} holds a raw U+${(found[0].codePointAt(0) ?? 0).toString(16)}`);
}

/** Diagnostics have a place within their file, in order, and the counts are those of the list. */
export function checkResult({ report, faults, files }: LintResult): void {
  const fault = report.diagnostics.find(({ ruleId }) => ruleId === "internal-error");
  hold(fault === undefined && faults === 0, `a fault: ${fault?.message}`);
  const texts = new Map(files.map(({ source }) => [source.path, source.text]));
  for (const diagnostic of report.diagnostics) {
    const { file, range, related, fixes, ruleId, message } = diagnostic;
    const slip = /\bundefined\b|\bNaN\b|\[object /.exec(message)?.[0];
    const isQuoted = slip !== undefined && [...texts.values()].some(text => text.includes(slip));
    hold(message !== "" && (slip === undefined || isQuoted), `${ruleId} says "${message}"`);
    for (const place of [{ file, range }, ...related]) checkPlace(place, texts.get(place.file), ruleId);
    for (const edit of fixes.flatMap(({ edits }) => edits))
      hold(
        edit.start >= 0 && edit.start <= edit.end && edit.end <= (texts.get(edit.file)?.length ?? edit.end),
        `${ruleId} edits outside of the file`,
      );
  }
  checkCounts(report);
}

function checkPlace(
  { file, range }: Pick<Report["diagnostics"][0], "file" | "range">,
  text: string | undefined,
  ruleId: string,
) {
  const { start, end } = range;
  hold(start.offset <= end.offset && start.line >= 1 && start.column >= 1, `${ruleId} has a turned range in ${file}`);
  if (text === undefined) return;
  hold(end.offset <= text.length, `${ruleId} points behind the end of ${file}`);
  for (const { line, column, offset } of [start, end]) {
    const lineStart = offset - (column - 1);
    const breaks = text.slice(0, lineStart).match(/\r\n|\n|\r/g)?.length ?? 0;
    hold(lineStart >= 0 && breaks === line - 1, `${ruleId}: line ${line}, column ${column} are not offset ${offset}`);
  }
}

function checkCounts({ diagnostics, summary }: Report): void {
  const shown = diagnostics.filter(({ suppressed }) => suppressed === undefined);
  const count = (severity: string) => shown.filter(diagnostic => diagnostic.severity === severity).length;
  hold(
    summary.errors === count("error") && summary.warnings === count("warning") && summary.infos === count("info"),
    "the summary counts other than the list",
  );
}

/** One of the formats, another one for each input. */
export async function checkOutput({ report, files }: LintResult, next: Random): Promise<string> {
  const names = Object.keys(REPORTERS);
  const name = names[Math.floor(next() * names.length)] ?? "pretty";
  const reporter = await REPORTERS[name]?.();
  const texts = new Map(files.map(({ source }) => [source.path, source.text]));
  const text = reporter?.(report, { ...OPTIONS, textOf: file => texts.get(file), wrap: next() < 0.5 }) ?? "";
  checkText(text, name);
  if (name === "json" || name === "sarif" || name === "gitlab" || name === "rdjson") JSON.parse(text);
  return text;
}

/** Of an input always the same. */
export function seedOf(input: string): number {
  let hash = 2166136261;
  for (let index = 0; index < input.length; index++) hash = Math.imul(hash ^ input.charCodeAt(index), 16777619);
  return hash >>> 0;
}
