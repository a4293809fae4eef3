// Caret annotations: a comment line under the line it marks, `# ^^^^ message`. Stripping them gives the manifest, writing the findings
// back must give the same text again.

import type { Diagnostic } from "../../src/diagnostic.ts";

/** `#` alone is the first caret where carets touch it. */
const CARETS = /^(\s*)#(\s*)(\^+) ?(.*)$/;

export function isCaretLine(line: string): boolean {
  return CARETS.test(line);
}

/** The manifest without its caret lines. */
export function strip(annotated: string): string {
  return annotated
    .split("\n")
    .filter(line => !isCaretLine(line))
    .join("\n");
}

/** The manifest with one caret line under each diagnostic's line, left to right. `label` puts the rule id before the message. */
export function annotate(
  manifest: string,
  diagnostics: readonly Diagnostic[],
  label: (diagnostic: Diagnostic) => string,
): string {
  const lines = manifest.split("\n");
  const below = new Map<number, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const line = diagnostic.range.start.line;
    below.set(line, [...(below.get(line) ?? []), diagnostic]);
  }
  return lines
    .flatMap((line, index) => {
      const here = (below.get(index + 1) ?? []).sort((a, b) => a.range.start.column - b.range.start.column);
      return [line, ...here.map(diagnostic => caretLine(line, diagnostic, label(diagnostic)))];
    })
    .join("\n");
}

function caretLine(line: string, { range }: Diagnostic, text: string): string {
  const start = range.start.column - 1;
  const end = range.end.line === range.start.line ? range.end.column - 1 : line.length;
  const width = Math.max(1, end - start);
  const indent = line.length - line.trimStart().length;
  // The `#` stands at the line's own indentation; where the place begins there too, it is the first caret's column less one, or the caret itself.
  if (start === 0) return `#${"^".repeat(Math.max(1, width - 1))} ${text}`;
  const hash = Math.min(indent, start - 1);
  const gap = start - hash - 1;
  return `${" ".repeat(hash)}#${" ".repeat(gap)}${"^".repeat(width)} ${text}`;
}
