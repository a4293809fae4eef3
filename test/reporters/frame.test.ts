import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { columnsOf, wrapColumns } from "../../src/reporters/columns.ts";
import { frameLine, markLines } from "../../src/reporters/frame.ts";
import { Places } from "../../src/reporters/positions.ts";
import { disarm, disarmLine, jsonText, visible, visibleLine } from "../../src/reporters/visible.ts";

const look = { width: 40, ascii: false };

/** The frame as it stands on a terminal: the line and the marks beneath it. */
function framed(line: string, start: number, end: number, width = 40, ascii = false): string[] {
  const shown = frameLine(line, { start, end }, { width, ascii });
  return [shown.shown, ...markLines(shown, "", { width, mark: "^" })];
}

describe("frames", () => {
  it("mark what they are asked to", () => {
    expect(framed("port: htpp", 6, 10)).toEqual(["port: htpp", "      ^^^^"]);
  });

  it("count wide characters as two columns, and combining ones as none", () => {
    expect(framed("이름: 값 x", 6, 7)).toEqual(["이름: 값 x", "         ^"]);
    expect(framed("이름: 값 x", 4, 5)).toEqual(["이름: 값 x", "      ^^"]);
    expect(framed("cafe\u0301: x", 7, 8)).toEqual(["cafe\u0301: x", "      ^"]);
    expect(columnsOf("👍漢ｶ한a")).toBe(2 + 2 + 1 + 2 + 1);
  });

  it("show the part of a long line around the place", () => {
    const line = `${"a".repeat(60)} htpp ${"b".repeat(60)}`;
    const [shown = "", marks = ""] = framed(line, 61, 65);
    expect(columnsOf(shown)).toBe(40);
    expect(shown.slice(marks.indexOf("^"), marks.lastIndexOf("^") + 1)).toBe("htpp");
    expect(framed(line, 61, 65, 40, true)[0]).toMatch(/^\.\.\.a+ htpp b+\.\.\.$/);
  });

  it("mark the end of a line, and lines that are shorter than the place says", () => {
    expect(framed("key:", 4, 4)).toEqual(["key:", "    ^"]);
    expect(framed("key:", 9, 12)).toEqual(["key:", "    ^"]);
  });

  it("put a label beside the marks, or beneath where there is no room", () => {
    const line = frameLine("key: value", { start: 5, end: 10 }, look);
    expect(markLines(line, "declared here", { width: 40, mark: "-" })).toEqual(["     ----- declared here"]);
    expect(markLines(line, "declared here", { width: 20, mark: "-" })).toEqual(["     -----", "     declared here"]);
  });

  it("are never wider than the terminal, whatever the line", () => {
    const text = fc.string({
      unit: fc.oneof(fc.constantFrom("a", " ", "한", "\t", "👍", "\u0301", "\u001b", "#"), fc.string()),
      maxLength: 120,
    });
    fc.assert(
      fc.property(text, fc.nat(150), fc.nat(150), fc.integer({ min: 20, max: 90 }), (line, a, b, width) => {
        const [start, end] = a < b ? [a, b] : [b, a];
        const shown = frameLine(line, { start, end }, { width, ascii: false });
        expect(columnsOf(shown.shown)).toBeLessThanOrEqual(width);
        for (const mark of markLines(shown, "here and there", { width, mark: "^" }))
          expect(columnsOf(mark)).toBeLessThanOrEqual(width + 1);
      }),
      { seed: 3, numRuns: 300 },
    );
  });
});

describe("sentences", () => {
  it("are broken at blanks, but not between a number and its unit", () => {
    expect(wrapColumns("waits for 30 s, or 25 % of 10 min", 12)).toEqual([
      "waits for",
      "30 s, or",
      "25 % of",
      "10 min",
    ]);
    expect(wrapColumns("30 stars in 5 squares", 9)).toEqual(["30 stars", "in 5", "squares"]);
  });
});

describe("places", () => {
  it("count bytes as UTF-8 does, on every line", () => {
    const unit = fc.constantFrom("a", "é", "한", "👍", "\n", "\r\n", "\ud800", "x".repeat(3000));
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 40 }), fc.nat(30_000), (parts, near) => {
        const text = parts.join("");
        const offset = Math.min(near, text.length);
        if (/[\udc00-\udfff]/.test(text.charAt(offset)) || text.slice(offset - 1, offset + 1) === "\r\n") return;
        const { line, column } = new Places(text).inBytes(offset);
        const lines = text.slice(0, offset).split(/\r\n|\n|\r/);
        expect(line).toBe(lines.length);
        expect(column).toBe(Buffer.byteLength(lines.at(-1) ?? "") + 1);
      }),
      { seed: 5, numRuns: 300 },
    );
  });

  it("of one very long line are all shown and counted", () => {
    const line = "한 ".repeat(500_000);
    const places = new Places(line);
    for (let start = 0; start < line.length; start += 200) {
      const { shown, marked } = frameLine(line, { start, end: start + 1 }, look);
      expect([columnsOf(shown) <= 40, marked]).toEqual([true, 2]);
      expect(places.inBytes(start).column).toBe(start * 2 + 1);
    }
  });
});

describe("visible", () => {
  it("writes what acts or hides as an escape", () => {
    expect(visible("a\u001b[31m\n\u202e\u{e0041}\ud800")).toBe("a\\x1b[31m\\n\\u202e\\u{e0041}\\ud800");
    expect(visible("한글 ✓ é 👍")).toBe("한글 ✓ é 👍");
  });

  it("keeps every unit of a line", () => {
    const line = "\ta\u001bb\u{e0041}c\ud800";
    expect(visibleLine(line)).toBe(" a\ufffdb\ufffd\ufffdc\ufffd");
    expect(visibleLine(line).length).toBe(line.length);
  });

  it("takes the power of commands", () => {
    expect(disarm("::error::x\n ::a ##[b] ##VSO[c]")).toBe(": :error::x\n : :a # #[b] # #VSO[c]");
    expect(disarmLine("##[x] a(1,2): error TS12: y").length).toBe("##[x] a(1,2): error TS12: y".length);
  });

  it("writes JSON that says the same", () => {
    const value = { "a\u007f": ["##[x]\u2028\u{e0041}", "\ud800", "</script>"] };
    expect(jsonText(value)).not.toMatch(/##\[|[\u007f\u2028]/);
    expect(JSON.parse(jsonText(value))).toEqual(value);
  });
});
