// Offsets and positions, both ways, as the protocol counts.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Places, pathOf, touches, uriOf } from "../../src/lsp/places.ts";

describe("positions", () => {
  const text = fc
    .array(fc.constantFrom("a", "é", "😀", "\n", "\r\n", "\r", "\t", ": "), { maxLength: 40 })
    .map(parts => parts.join(""));

  it("lead back to their offset, and are what counting by hand gives", () => {
    fc.assert(
      fc.property(text, fc.nat(40), (whole, at) => {
        const places = new Places(whole, true);
        const offset = Math.min(at, whole.length);
        // Between \r and \n there is no position.
        fc.pre(!(whole[offset - 1] === "\r" && whole[offset] === "\n"));
        const lines = whole.slice(0, offset).split(/\r\n|\r|\n/);
        const position = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
        expect(places.position(offset)).toEqual(position);
        expect(places.offset(position)).toBe(offset);
      }),
      { seed: 5, numRuns: 500 },
    );
  });

  it("leave the byte order mark of a closed file out, as editors do", () => {
    const places = new Places("\ufeffkind: Pod\na: b\n", false);
    expect(places.position(1)).toEqual({ line: 0, character: 0 });
    expect(places.position(7)).toEqual({ line: 0, character: 6 });
    expect(places.offset({ line: 0, character: 6 })).toBe(7);
    expect(places.position(11)).toEqual({ line: 1, character: 0 });
  });

  it("of a word end where it ends, at the latest with its line", () => {
    const places = new Places("rulez: {}\nx", true);
    expect(places.wordRange(0)).toEqual({ start: { line: 0, character: 0 }, end: { line: 0, character: 5 } });
    expect(places.wordRange(9)).toEqual({ start: { line: 0, character: 9 }, end: { line: 0, character: 9 } });
    expect(places.wordRange(10).end).toEqual({ line: 1, character: 1 });
  });
});

describe("ranges", () => {
  const range = (a: number, b: number) => ({ start: { line: 0, character: a }, end: { line: 0, character: b } });

  it("touch at their ends, and not beyond", () => {
    expect(touches(range(2, 4), range(4, 4))).toBe(true);
    expect(touches(range(2, 4), range(0, 2))).toBe(true);
    expect(touches(range(2, 4), range(5, 9))).toBe(false);
  });
});

describe("URIs", () => {
  it.each(["/a/b.yaml", "/a b/ü😀#?%.yaml"])("of %s lead back to the path", path => {
    expect(pathOf(uriOf(path))).toBe(path);
  });

  it.each(["untitled:Untitled-1", "git:/a.yaml?ref", "::", "file://host/a%2fb", ""])("%s stands for no file", uri => {
    expect(pathOf(uri)).toBeUndefined();
  });
});
