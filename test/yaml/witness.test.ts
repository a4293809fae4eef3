// A second opinion: npm `yaml` reads the same documents to the same structure, texts and places, where YAML 1.2 and go-yaml agree.

import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { isMap, isScalar, isSeq, parseAllDocuments } from "yaml";
import { readDocumentsWith } from "../../src/yaml/documents.ts";
import type { Node } from "../../src/yaml/node.ts";
import { parsePart } from "../../src/yaml/parse.ts";
import { random, value, writeEntries } from "./generate.ts";
import { samples } from "./samples.ts";

interface Scalar {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The scalars and keys of a document in the order of the text. Plain ones as they are written: the dialects differ in what they mean. */
function* ours(text: string, node: Node): Generator<Scalar> {
  if (node.kind === "list") for (const item of node.items) yield* ours(text, item);
  else if (node.kind === "map") {
    for (const { key, value: below } of node.entries) {
      yield { text: text.slice(key.start, key.end), start: key.start, end: key.end };
      yield* ours(text, below);
    }
  } else if (node.end > node.start) {
    const { start, style } = node;
    // A block of text ends with its last line here, behind the empty ones there.
    const end = style === "block" ? start : node.end;
    yield { text: style === "plain" ? text.slice(start, end) : String(node.value), start, end };
  }
}

function* theirs(text: string, node: unknown): Generator<Scalar> {
  if (isSeq(node)) for (const item of node.items) yield* theirs(text, item);
  else if (isMap(node)) {
    for (const pair of node.items) {
      const [start, end] = (isScalar(pair.key) ? pair.key.range : undefined) ?? [0, 0];
      yield { text: text.slice(start, end), start, end };
      yield* theirs(text, pair.value);
    }
  } else if (isScalar(node)) {
    const [start, end] = node.range ?? [0, 0];
    const isBlock = node.type === "BLOCK_LITERAL" || node.type === "BLOCK_FOLDED";
    if (end > start)
      yield {
        text: node.type === "PLAIN" ? text.slice(start, end) : String(node.value),
        start,
        end: isBlock ? start : end,
      };
  }
}

/** How many scalars were compared. */
function compare(text: string): number {
  const documents = readDocumentsWith(parsePart, text).filter(({ root }) => root !== undefined);
  if (documents.some(({ problems }) => problems.length > 0)) return 0;
  const parsed = parseAllDocuments(text, { uniqueKeys: false, keepSourceTokens: false });
  if (!Array.isArray(parsed) || parsed.some(({ errors }) => errors.length > 0)) return 0;
  const other = parsed.filter(({ contents }) => contents !== null && !(isScalar(contents) && contents.value === null));
  const [left, right] = [
    documents.flatMap(({ root }) => (root === undefined ? [] : [...ours(text, root)])),
    other.flatMap(({ contents }) => [...theirs(text, contents)]),
  ];
  expect(left).toEqual(right);
  return left.length;
}

/** Documents whose aliases, tags, keys and line breaks only go-yaml reads as we do. */
const OTHERWISE = new Set([
  "anchors",
  "tags",
  "keys",
  "other breaks",
  "json stream",
  "json and more",
  "several",
  "quoted over lines",
  "crlf",
  "no last line break",
]);

describe("npm yaml sees the same", () => {
  test.each(Object.entries(samples).filter(([name]) => !OTHERWISE.has(name)))("%s", (_, text) => {
    compare(text);
  });

  test("in generated manifests", () => {
    const next = random(23);
    let count = 0;
    for (let index = 0; index < 600; index++)
      count += compare(writeEntries(next, { kind: "Pod", body: value(next, 4) }, 0));
    expect(count).toBeGreaterThan(3_000);
  });

  const corpus = resolve("../shared/corpus");
  const isThere = existsSync(corpus);
  if (!isThere) console.warn("npm yaml on real manifests: skipped, ../shared/corpus is not there");
  test.runIf(isThere)("in real manifests", () => {
    const files = readFileSync(join(corpus, "small.txt"), "utf8")
      .split("\n")
      .filter(line => line !== "");
    let count = 0;
    for (const file of files) {
      const text = readFileSync(join(corpus, "manifests", file), "utf8");
      if (text.length < 60_000 && !/[&*]\w/.test(text) && !text.includes("\r")) count += compare(text);
    }
    expect(count).toBeGreaterThan(10_000);
  });
});
