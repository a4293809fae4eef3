import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lineEdits, unifiedDiff } from "../src/diff.ts";
import { applySorted } from "../src/fix.ts";

/** What `patch` makes of a text and a unified diff; throws where the diff does not fit. */
function patched(text: string, diff: string): string {
  const olds = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const lines = diff.replace(/\n\\ No newline at end of file\n/g, "\u0000\n").match(/[^\n]*\n/g) ?? [];
  const out: string[] = [];
  let at = 0;
  for (const line of lines.slice(2)) {
    const start = /^@@ -(\d+)(?:,(\d+))? /.exec(line);
    if (start !== null) {
      const from = Number(start[1]) - (start[2] === "0" ? 0 : 1);
      while (at < from) out.push(olds[at++] ?? "");
      continue;
    }
    const content = line.endsWith("\u0000\n") ? line.slice(1, -2) : line.slice(1);
    if (line[0] !== "+") expect(olds[at++]).toBe(content);
    if (line[0] !== "-") out.push(content);
  }
  return out.join("") + olds.slice(at).join("");
}

describe("unified differences", () => {
  it("shows three lines around each change, and two near ones together", () => {
    const lines = Array.from({ length: 30 }, (_, index) => `line ${index + 1}\n`);
    const changed = lines.map((line, index) => (index === 4 || index === 9 || index === 25 ? `new ${index}\n` : line));
    const diff = unifiedDiff("a.yaml", lines.join(""), changed.join(""));
    expect(diff.match(/^@@.*@@$/gm)).toEqual(["@@ -2,12 +2,12 @@", "@@ -23,7 +23,7 @@"]);
    expect(diff.startsWith("--- a/a.yaml\n+++ b/a.yaml\n")).toBe(true);
  });

  it("says nothing about equal texts, and marks a missing last line break", () => {
    expect(unifiedDiff("a", "x\n", "x\n")).toBe("");
    expect(unifiedDiff("a", "x", "x\n")).toBe("--- a/a\n+++ b/a\n@@ -1 +1 @@\n-x\n\\ No newline at end of file\n+x\n");
  });

  it("can be applied, whatever the texts", () => {
    const text = fc
      .array(fc.constantFrom("a", "b", "c", "", "d: 1"), { maxLength: 25 })
      .chain(lines => fc.boolean().map(ends => lines.join("\n") + (ends && lines.length > 0 ? "\n" : "")));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const diff = unifiedDiff("f", before, after);
        expect(diff === "" ? before : patched(before, diff)).toBe(after);
        expect(applySorted(before, lineEdits(before, after))).toBe(after);
      }),
      { seed: 11, numRuns: 500 },
    );
  });

  it("as edits touches only the lines that changed", () => {
    expect(lineEdits("a\nb\nc\nd\n", "a\nB\nc\nd\ne\n")).toEqual([
      { start: 2, end: 4, text: "B\n" },
      { start: 8, end: 8, text: "e\n" },
    ]);
  });

  it("gives up looking for what very different texts share", () => {
    const before = Array.from({ length: 1500 }, (_, index) => `a${index}\n`).join("");
    const after = Array.from({ length: 1500 }, (_, index) => `b${index}\n`).join("");
    expect(patched(before, unifiedDiff("f", before, after))).toBe(after);
  });
});
