// Targets below the rules: bytes of any kind, and YAML of any shape.

import type { Path } from "../../src/diagnostic.ts";
import { decode } from "../../src/discover.ts";
import type { Document } from "../../src/yaml/document.ts";
import { parseDocumentsWith, readDocumentsWith } from "../../src/yaml/documents.ts";
import { toJson } from "../../src/yaml/json.ts";
import { DEFAULT_LIMITS } from "../../src/yaml/limits.ts";
import { LineIndex } from "../../src/yaml/lines.ts";
import { locate } from "../../src/yaml/locate.ts";
import type { Node } from "../../src/yaml/node.ts";
import { parsePart } from "../../src/yaml/parse.ts";
import { readPart } from "../../src/yaml/read.ts";
import { split } from "../../src/yaml/split.ts";
import { lintFiles } from "../support/run.ts";
import { disturb, pick, type Random, random, soup, type Value, value, writeEntries } from "../yaml/generate.ts";
import { samples } from "../yaml/samples.ts";
import { checkOutput, checkResult, seedOf } from "./invariants.ts";
import { MANIFESTS } from "./seeds.ts";
import { hold, sameTwice, type Target } from "./target.ts";

const BYTES = [
  "\xff",
  "\xfe",
  "\xc0\x80",
  "\xed\xa0\x80",
  "\xf4\x90\x80\x80",
  "\xe2\x80",
  "\xef\xbf\xbd",
  "\xef\xbb\xbf",
  "\0",
  "\x1b",
  "\x85",
  "\xc2\x85",
];

export const bytes: Target = {
  name: "bytes",
  encoding: "latin1",
  make(next) {
    const text = pick(next, MANIFESTS as [string, ...string[]]);
    let made = latin1(next() < 0.1 ? `\ufeff${text}` : text);
    const kind = next();
    if (kind < 0.1) return `\xff\xfe${Buffer.from(text, "utf16le").toString("latin1")}${next() < 0.3 ? "x" : ""}`;
    if (kind < 0.2)
      return `\xfe\xff${Buffer.from(text, "utf16le").swap16().toString("latin1")}${next() < 0.3 ? "x" : ""}`;
    if (kind < 0.3)
      return Array.from({ length: Math.floor(next() * 200) }, () => String.fromCharCode(Math.floor(next() * 256))).join(
        "",
      );
    for (let count = 1 + Math.floor(next() * 5); count > 0; count--) {
      const at = Math.floor(next() * made.length);
      const added =
        next() < 0.7 ? pick(next, BYTES as [string, ...string[]]) : String.fromCharCode(Math.floor(next() * 256));
      made = made.slice(0, at) + added + made.slice(at + Math.floor(next() * 3));
    }
    return made;
  },
  async check(input) {
    const text = decode(Buffer.from(input, "latin1"));
    await sameTwice(async () => {
      const result = await lintFiles({ "bytes.yaml": text }, { settings: { preset: "all" } });
      checkResult(result);
      return checkOutput(result, random(seedOf(input)));
    });
  },
};

function latin1(text: string): string {
  return Buffer.from(text, "utf8").toString("latin1");
}

export const yaml: Target = {
  name: "yaml",
  encoding: "utf8",
  make(next) {
    const kind = next();
    if (kind < 0.35) return soup(next) + (next() < 0.5 ? soup(next) : "");
    if (kind < 0.5) return disturb(next, pick(next, Object.values(samples) as [string, ...string[]]));
    if (kind < 0.6) return disturb(next, JSON.stringify(value(next, 4)));
    const map: { [key: string]: Value } = { kind: "Pod", body: value(next, 4) };
    const text = writeEntries(next, map, 0);
    return next() < 0.3 ? text : disturb(next, next() < 0.3 ? `${text}---\n${soup(next)}` : text);
  },
  async check(text) {
    const documents = parseDocumentsWith(parsePart, text);
    hold(JSON.stringify(readDocumentsWith(parsePart, text)) === JSON.stringify(documents), "the two readers differ");
    const lines = new LineIndex(text);
    for (const part of split(text, DEFAULT_LIMITS)) {
      if (part.json !== undefined) continue;
      const fast = readPart(lines, part, DEFAULT_LIMITS);
      if (fast !== undefined)
        hold(
          JSON.stringify(fast) === JSON.stringify(parsePart(lines, part, DEFAULT_LIMITS)),
          "the fast reader differs",
        );
    }
    checkDocuments(text, documents);
  },
};

function* nodes(node: Node, path: Path = []): Generator<{ node: Node; path: Path }> {
  yield { node, path };
  if (node.kind === "list") for (const [index, item] of node.items.entries()) yield* nodes(item, [...path, index]);
  if (node.kind !== "map") return;
  for (const { key, value: below } of node.entries) yield* nodes(below, [...path, String(key.value)]);
}

function checkDocuments(text: string, documents: readonly Document[]): void {
  for (const { root, start, end, comments, problems } of documents) {
    hold(start <= end, "a document ends before it starts");
    for (const problem of problems)
      hold(
        0 <= problem.start && problem.start <= problem.end && problem.end <= text.length + 1,
        "a problem lies outside",
      );
    for (const comment of comments)
      hold(text.slice(comment.start, comment.end) === `#${comment.text}`, "a comment is not at its place");
    if (root === undefined) continue;
    JSON.parse(toJson(root));
    let count = 0;
    for (const { node, path } of nodes(root)) {
      // Aliases make one node many.
      if (++count > 3_000) break;
      hold(node.start <= node.end && node.end <= end, "a node lies outside");
      const place = locate(root, path);
      hold(place.start <= place.end && place.end <= end, "a path has no place");
      hold(
        node.start === node.end || /^[^ \t\r\n#]/.test(text.slice(node.start, node.start + 1)),
        "a node starts with a blank",
      );
    }
  }
}

/** Kept for other targets: text that is YAML more often than not. */
export function someYaml(next: Random): string {
  return next() < 0.5 ? soup(next) : writeEntries(next, { a: value(next, 3) }, 0);
}
