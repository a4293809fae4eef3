// All that a finding says beside its message: how grave it is, what helps, where else to look, what would be changed. One text per rule,
// `fixtures/rules/<id>/answers.txt`, beside the carets, which hold the places and the messages.

import type { Diagnostic } from "../../src/diagnostic.ts";

/** `3:5 warning`, and what follows from it, a line each. `isStrict`: only the strict preset tells. */
export function answer(diagnostic: Diagnostic, text: string, isStrict: boolean): string {
  const { range, severity, help, related, fixes } = diagnostic;
  const lines = [`${range.start.line}:${range.start.column} ${severity}${isStrict ? ", strict" : ""}`];
  if (help !== undefined) lines.push(`  help: ${help}`);
  for (const { range: at, message } of related) lines.push(`  see ${at.start.line}:${at.start.column} ${message}`);
  for (const { title, safety, edits } of fixes) {
    lines.push(`  ${safety} fix: ${title}`);
    for (const { start, end, text: after } of edits)
      lines.push(`    ${JSON.stringify(text.slice(start, end))} → ${JSON.stringify(after)}`);
  }
  return `${lines.join("\n")}\n`;
}

export function isSamePlace(a: Diagnostic, b: Diagnostic): boolean {
  return a.range.start.offset === b.range.start.offset && a.message === b.message;
}
