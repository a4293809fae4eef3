// The fast reader is the general reader, only faster: the same nodes, places, comments and problems, or no answer.

import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { parseDocumentsWith, readDocumentsWith, readSource } from "../../src/yaml/documents.ts";
import { toJson } from "../../src/yaml/json.ts";
import { DEFAULT_LIMITS } from "../../src/yaml/limits.ts";
import { LineIndex } from "../../src/yaml/lines.ts";
import { parsePart } from "../../src/yaml/parse.ts";
import { readPart } from "../../src/yaml/read.ts";
import { split } from "../../src/yaml/split.ts";
import { readRows } from "../oracle/rows.ts";
import { disturb, random, soup, type Value, value, writeEntries } from "./generate.ts";
import { samples } from "./samples.ts";

interface Share {
  parts: number;
  fastParts: number;
  size: number;
  fastSize: number;
  /** Sources of which every part was taken. */
  isWhole: boolean;
}

/** Deep equality of plain data. `isDeepStrictEqual` says the same, many times slower: the corpus has millions of nodes. */
function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  let count = 0;
  for (const key in left) {
    count++;
    if (!(key in right) || !isSame(left[key], right[key])) return false;
  }
  for (const _ in right) count--;
  return count === 0;
}

/** How much the fast reader took of a text; fails where it answered something else. */
function compare(text: string): Share {
  const lines = new LineIndex(text);
  const share: Share = { parts: 0, fastParts: 0, size: text.length, fastSize: 0, isWhole: true };
  for (const part of split(text, DEFAULT_LIMITS)) {
    share.parts++;
    const fast = part.json === undefined ? readPart(lines, part, DEFAULT_LIMITS) : "json";
    if (fast === undefined) share.isWhole = false;
    else {
      share.fastParts++;
      share.fastSize += part.end - part.from;
    }
    if (fast === undefined || fast === "json") continue;
    const general = parsePart(lines, part, DEFAULT_LIMITS);
    if (!isSame(fast, general)) expect(fast, JSON.stringify(text)).toEqual(general);
  }
  return share;
}

describe("samples", () => {
  test.each(Object.entries(samples))("%s", (_, text) => {
    compare(text);
  });

  test.each([
    "pod",
    "indentless",
    "plain over lines",
    "quoted over lines",
    "literal",
    "folded",
    "flow",
    "comments",
    "words",
  ])("%s is read fast", name => {
    expect(compare(samples[name] ?? "").isWhole).toBe(true);
  });

  test.each(["anchors", "tags", "keys", "crlf", "other breaks", "root scalar"])(
    "%s is left to the general reader",
    name => {
      expect(compare(samples[name] ?? "").isWhole).toBe(false);
    },
  );

  test("reading with and without the parser loaded is the same", async () => {
    for (const text of Object.values(samples)) {
      const expected = parseDocumentsWith(parsePart, text);
      expect(readDocumentsWith(parsePart, text)).toEqual(expected);
      expect(await readSource(text)).toEqual(expected);
    }
  });
});

test("facts of the oracle", () => {
  const fixtures = new URL("../../fixtures/oracle/", import.meta.url).pathname;
  const texts = (readRows(fixtures, "yaml") as { yaml: string }[]).map(row => row.yaml);
  expect(texts.length).toBeGreaterThan(600);
  for (const text of texts) compare(text);
});

describe("generated documents", () => {
  test("20,000 manifests in every style mean what was written, and nearly all are read fast", () => {
    const next = random(7);
    let fast = 0;
    for (let index = 0; index < 20_000; index++) {
      const map: { [key: string]: Value } = { kind: "Pod", body: value(next, 4) };
      const text = writeEntries(next, map, 0);
      if (compare(text).isWhole) fast++;
      const [document] = readDocumentsWith(parsePart, text);
      const read: unknown = document?.root === undefined ? null : JSON.parse(toJson(document.root));
      if (!isSame(read, map)) expect(read, text).toEqual(map);
    }
    expect(fast).toBeGreaterThan(18_000);
  });

  test("40,000 manifests with a few characters disturbed", () => {
    const next = random(11);
    let fast = 0;
    for (let index = 0; index < 40_000; index++) {
      const text = disturb(next, writeEntries(next, { kind: "Pod", body: value(next, 3) }, 0));
      fast += compare(text).fastParts;
    }
    expect(fast).toBeGreaterThan(10_000);
  });

  test("40,000 soups", () => {
    const next = random(13);
    let fast = 0;
    for (let index = 0; index < 40_000; index++) fast += compare(soup(next)).fastParts;
    expect(fast).toBeGreaterThan(2_000);
  });
});

const corpus = resolve("../shared/corpus");

describe("real manifests", () => {
  const isThere = existsSync(corpus);
  if (!isThere) console.warn("real manifests: skipped, ../shared/corpus is not there");
  test.runIf(isThere)("are read alike, and nearly all of them fast", () => {
    const files = readFileSync(join(corpus, "files.jsonl"), "utf8")
      .split("\n")
      .filter(line => line !== "")
      .map(line => (JSON.parse(line) as { path: string }).path);
    expect(files.length).toBeGreaterThan(4_000);
    const total = { whole: 0, size: 0, fastSize: 0 };
    for (const file of files) {
      const share = compare(readFileSync(join(corpus, "manifests", file), "utf8"));
      if (share.isWhole) total.whole++;
      total.size += share.size;
      total.fastSize += share.fastSize;
    }
    expect(total.whole / files.length).toBeGreaterThan(0.98);
    expect(total.fastSize / total.size).toBeGreaterThan(0.9);
  });
});
