// What holds for any document and any text at all.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Path } from "../../src/diagnostic.ts";
import type { Document } from "../../src/yaml/document.ts";
import { parseDocumentsWith, readDocumentsWith } from "../../src/yaml/documents.ts";
import { toJson } from "../../src/yaml/json.ts";
import { locate } from "../../src/yaml/locate.ts";
import type { Node, ScalarNode } from "../../src/yaml/node.ts";
import { parseDocument, parsePart } from "../../src/yaml/parse.ts";
import { disturb, random, soup, type Value, value, writeEntries } from "./generate.ts";
import { samples } from "./samples.ts";

function* nodes(node: Node, path: Path = []): Generator<{ node: Node; path: Path }> {
  yield { node, path };
  if (node.kind === "list") for (const [index, item] of node.items.entries()) yield* nodes(item, [...path, index]);
  if (node.kind !== "map") return;
  for (const { key, value: below } of node.entries) yield* nodes(below, [...path, String(key.value)]);
}

/** The value that the text of a scalar has alone. */
function alone(text: string, scalar: ScalarNode): unknown {
  const source = text.slice(scalar.start, scalar.end);
  if (scalar.style === "block") return scalar.value;
  const root = parseDocument(`[${scalar.style === "plain" ? "" : " "}${source}]`).root;
  const item = root?.kind === "list" ? root.items[0] : undefined;
  return item?.kind === "scalar" ? item.value : undefined;
}

/** `expect` is too slow for every node of thousands of documents. */
function hold(isTrue: boolean, what: string, text: string): void {
  if (!isTrue) throw new Error(`${what} in ${JSON.stringify(text)}`);
}

function checkPlaces(text: string, documents: readonly Document[]): number {
  let count = 0;
  for (const { root, start, end, comments, problems } of documents) {
    hold(start <= end, "a document ends before it starts", text);
    for (const { start: from, end: to } of problems)
      hold(0 <= from && from <= to && to <= text.length + 1, "a problem lies outside", text);
    for (const comment of comments) {
      hold(text.slice(comment.start, comment.end) === `#${comment.text}`, "a comment is not at its place", text);
    }
    if (root === undefined) continue;
    for (const { node, path } of nodes(root)) {
      count++;
      hold(node.start <= node.end && node.end <= end, "a node lies outside", text);
      const place = locate(root, path);
      hold(place.start <= place.end && place.end <= end, "a path has no place", text);
      hold(
        node.start === node.end || /^[^\s#]/.test(text.slice(node.start, node.start + 1)),
        "a node starts with a blank",
        text,
      );
    }
  }
  return count;
}

describe("any manifest", () => {
  test("has a place for every path, and the text at the place of a scalar means the same alone", () => {
    const next = random(3);
    let scalars = 0;
    for (let index = 0; index < 1_500; index++) {
      const map: { [key: string]: Value } = { kind: "Pod", body: value(next, 4) };
      const text = writeEntries(next, map, 0);
      const documents = readDocumentsWith(parsePart, text);
      checkPlaces(text, documents);
      const root = documents[0]?.root;
      if (root === undefined) throw new Error(`does not parse: ${text}`);
      for (const { node } of nodes(root)) {
        if (node.kind !== "scalar" || node.end === node.start) continue;
        const isFlowSafe = node.style !== "plain" || !/[,?[\]{}:#]/.test(text.slice(node.start, node.end));
        if (!isFlowSafe) continue;
        scalars++;
        hold(
          Object.is(alone(text, node), node.value),
          `"${text.slice(node.start, node.end)}" means something else alone`,
          text,
        );
      }
    }
    expect(scalars).toBeGreaterThan(5_000);
  });

  test("the text at the place of a map or list reads as the same map or list", () => {
    const next = random(5);
    for (let index = 0; index < 500; index++) {
      const text = writeEntries(next, { kind: "Pod", body: value(next, 4) }, 0);
      const root = readDocumentsWith(parsePart, text)[0]?.root;
      if (root === undefined) throw new Error(`does not parse: ${text}`);
      for (const { node } of nodes(root)) {
        if (node.kind === "scalar") continue;
        const column = node.start - (text.lastIndexOf("\n", node.start - 1) + 1);
        const again = parseDocument(`${" ".repeat(column)}${text.slice(node.start, node.end)}\n`);
        hold(
          again.root !== undefined && toJson(again.root) === toJson(node),
          "a collection reads differently alone",
          text,
        );
      }
    }
  });
});

describe("any text", () => {
  test("is read without a throw, and all that is said has a place", () => {
    const next = random(17);
    let count = 0;
    for (let index = 0; index < 3_000; index++) {
      const text = index % 2 === 0 ? soup(next) : disturb(next, writeEntries(next, { a: value(next, 3) }, 0));
      count += checkPlaces(text, readDocumentsWith(parsePart, text));
    }
    expect(count).toBeGreaterThan(1_000);
  });

  test("even if it is no text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), text => {
        checkPlaces(text, readDocumentsWith(parsePart, text));
      }),
      { seed: 2, numRuns: 1_000 },
    );
  });

  test("samples cut off anywhere", () => {
    for (const text of Object.values(samples)) {
      for (let end = 0; end < text.length; end += 3) {
        const cut = text.slice(0, end);
        checkPlaces(cut, readDocumentsWith(parsePart, cut));
      }
    }
  });

  test("a broken document hides no other", () => {
    const next = random(19);
    for (let index = 0; index < 1_000; index++) {
      const broken = soup(next).replaceAll(/^---/gm, "");
      const documents = parseDocumentsWith(parsePart, `first: 1\n---\n${broken}\n---\nlast: 1\n`);
      const [first, last] = [documents[0], documents.at(-1)];
      hold(first?.root !== undefined && toJson(first.root) === '{"first":1}', "the first document is lost", broken);
      hold(last?.root !== undefined && toJson(last.root) === '{"last":1}', "the last document is lost", broken);
    }
  });
});

describe("large texts are read in time that grows with their length", () => {
  // No clock: a quadratic reader would need hours for these.
  const many = 50_000;
  test.each<[string, () => string, number]>([
    ["spaces", () => " ".repeat(many), 0],
    ["brackets", () => "[".repeat(many), 1],
    ["dashes", () => "- ".repeat(many), 1],
    ["colons", () => `a: ${"b: ".repeat(many)}`, 1],
    ["quotes", () => `a: '${"''".repeat(many)}'`, 0],
    ["open quote", () => `a: "${"b\n".repeat(many)}`, 1],
    ["empty lines", () => `a: b\n${"\n".repeat(many)}c: d\n`, 0],
    ["comments", () => "# c\n".repeat(many), 0],
    ["one key", () => "a: 1\n".repeat(many), 1],
    ["keys", () => Array.from({ length: many }, (_, index) => `k${index}: v\n`).join(""), 0],
    ["tabs", () => `a:\n${"\tb: 1\n".repeat(many)}`, 1],
    ["templates", () => "{{".repeat(many), 1],
    ["no-break spaces", () => `a: 1\nb${"\u00a0".repeat(many)}\n`, 1],
    ["anchors", () => Array.from({ length: many }, (_, index) => `- &a${index} x\n`).join(""), 0],
    ["out of line", () => `a:\n${"  b: 1\n".repeat(many)} c: 1\n`, 1],
  ])("%s", (_, make, problems) => {
    expect(readDocumentsWith(parsePart, make()).flatMap(document => document.problems)).toHaveLength(problems);
  });

  test("documents, sound and broken", () => {
    expect(readDocumentsWith(parsePart, "a: 1\n---\n".repeat(many / 4))).toHaveLength(many / 4);
    const broken = readDocumentsWith(parsePart, "a: b: c\n---\n".repeat(many / 20));
    expect(broken.filter(({ problems }) => problems.length === 1)).toHaveLength(many / 20);
  });
});
