import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LineIndex } from "../../src/yaml/lines.ts";

describe("lines", () => {
  test.each<[string, string[]]>([
    ["", [""]],
    ["a", ["a"]],
    ["a\nb\n", ["a", "b", ""]],
    ["a\r\nb\rc", ["a", "b", "c"]],
    ["\n\r\n\r", ["", "", "", ""]],
  ])("%j", (text, expected) => {
    const lines = new LineIndex(text);
    expect(Array.from({ length: lines.count }, (_, index) => lines.textOf(index + 1))).toEqual(expected);
  });

  test("line and column of an offset, and back", () => {
    const lines = new LineIndex("ab\r\nc😀d\n");
    expect(lines.at(0)).toEqual({ line: 1, column: 1 });
    expect(lines.at(2)).toEqual({ line: 1, column: 3 });
    expect(lines.at(7)).toEqual({ line: 2, column: 4 });
    expect(lines.at(99)).toEqual({ line: 3, column: 1 });
    expect(lines.at(-1)).toEqual({ line: 1, column: 1 });
    expect(lines.offsetOf(2, 4)).toBe(7);
    expect(lines.offsetOf(1, 99)).toBe(2);
    expect(lines.offsetOf(99)).toBe(9);
  });

  test("any text: every offset comes back from its line and column, unless it lies within a line break", () => {
    const pieces = fc.array(fc.constantFrom("a", "b", "\n", "\r", "\r\n", " "), { maxLength: 40 });
    fc.assert(
      fc.property(pieces, parts => {
        const text = parts.join("");
        const lines = new LineIndex(text);
        for (let offset = 0; offset <= text.length; offset++) {
          const { line, column } = lines.at(offset);
          expect(lines.startOf(line) + column - 1).toBe(offset);
          if (offset <= lines.endOf(line)) expect(lines.offsetOf(line, column)).toBe(offset);
        }
      }),
      { seed: 1, numRuns: 300 },
    );
  });
});
