// Ignore comments to be written: above a line, which covers the node that begins there, or behind it, which covers the line.

import type { Diagnostic, Edit } from "./diagnostic.ts";
import type { LoadedFile } from "./load.ts";
import { IGNORE } from "./suppress-comments.ts";

/** A line to write a comment for. */
export interface IgnoreLine {
  readonly line: number;
  readonly rules: ReadonlySet<string>;
}

export function linesOf(diagnostics: readonly Diagnostic[]): IgnoreLine[] {
  const lines = new Map<number, Set<string>>();
  for (const { range, ruleId } of diagnostics) {
    const rules = lines.get(range.start.line) ?? new Set();
    lines.set(range.start.line, rules.add(ruleId));
  }
  return [...lines].map(([line, rules]) => ({ line, rules })).sort((a, b) => a.line - b.line);
}

/** The comment for one line; undefined where there is no place for it. `attempt` 0 is the better place, 1 the other. */
export function ignoreEdit(
  file: LoadedFile,
  { line, rules }: IgnoreLine,
  reason: string,
  attempt: number,
): Edit | undefined {
  const comment = `# ${IGNORE} ${[...rules].sort().join(", ")} -- ${reason}`;
  // Above the first line of a document a comment would cover all of it.
  const beginsDocument = file.documents.some(
    ({ document: { root } }) => root !== undefined && file.lines.at(root.start).line === line,
  );
  const places = beginsDocument ? [behind, above] : [above, behind];
  return places[attempt]?.(file, line, comment);
}

function above({ lines, source: { text } }: LoadedFile, line: number, comment: string): Edit {
  const [, mark = "", indent = ""] = /^(\ufeff?)([ \t]*)/.exec(lines.textOf(line)) ?? [];
  const at = lines.startOf(line) + mark.length;
  const newline = text.startsWith("\r\n", lines.endOf(line)) ? "\r\n" : "\n";
  return { start: at, end: at, text: `${indent}${comment}${newline}` };
}

function behind({ lines, documents }: LoadedFile, line: number, comment: string): Edit | undefined {
  const [start, end] = [lines.startOf(line), lines.endOf(line)];
  const isTaken = documents.some(({ document }) =>
    document.comments.some(other => other.end === end && other.start >= start),
  );
  return isTaken ? undefined : { start: end, end, text: ` ${comment}` };
}

/** JSON has no comments. */
export function takesComments({ source, documents }: LoadedFile): boolean {
  if (/\.json$/i.test(source.path)) return false;
  return !documents.some(
    ({ document: { root } }) => root?.kind === "map" && root.flow && root.entries[0]?.key.style === "double",
  );
}
