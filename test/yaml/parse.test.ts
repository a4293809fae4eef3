// Places, documents and bounds of the general reader. Its values are compared with the API server's in the oracle's rows.

import { describe, expect, test } from "vitest";
import type { Document } from "../../src/yaml/document.ts";
import { parseDocumentsWith, readDocumentsWith, readSource } from "../../src/yaml/documents.ts";
import { toJson } from "../../src/yaml/json.ts";
import { DEFAULT_LIMITS, type Limits } from "../../src/yaml/limits.ts";
import { LineIndex } from "../../src/yaml/lines.ts";
import { type Entry, entryOf, type MapNode, type Node } from "../../src/yaml/node.ts";
import { parseDocument, parsePart } from "../../src/yaml/parse.ts";
import { readPart } from "../../src/yaml/read.ts";
import { split } from "../../src/yaml/split.ts";
import { samples } from "./samples.ts";

function mapOf(text: string): MapNode {
  const { root } = parseDocument(text);
  if (root?.kind !== "map") throw new Error("no map");
  return root;
}

function valueAt(text: string, ...keys: string[]): Node {
  let node: Node = mapOf(text);
  for (const key of keys) {
    const entry: Entry | undefined = node.kind === "map" ? entryOf(node, key) : undefined;
    if (entry === undefined) throw new Error(`no ${key}`);
    node = entry.value;
  }
  return node;
}

const shown = (text: string, { start, end }: { start: number; end: number }) => text.slice(start, end);

describe("places", () => {
  test.each<[string, string, string]>([
    ["a: 1 # c\n", "a", "1"],
    ["a: one\n  two # c\n", "a", "one\n  two"],
    ['a: "x y" # c\n', "a", '"x y"'],
    ["a: |-\n  x\n  y\n\n\nb: 1\n", "a", "|-\n  x\n  y"],
    ["a: |\nb: 1\n", "a", "|"],
    ["a: >+ # c\n  x\n\n", "a", ">+ # c\n  x"],
    ["a: &x {b: 1}  # c\n", "a", "{b: 1}"],
    ["a: !!str 1\n", "a", "1"],
    ["a:\n  b: 1\n  c:\n    - d\n\n# e\nf: 1\n", "a", "b: 1\n  c:\n    - d"],
    ["a:\n- b\n- c: 1\n# e\nf: 1\n", "a", "- b\n- c: 1"],
    ["a:\n  - b\n  -\nf: 1\n", "a", "- b\n  -"],
    ["a: [1,\n  2 ]\n", "a", "[1,\n  2 ]"],
  ])("%j %s", (text, key, expected) => {
    expect(shown(text, valueAt(text, key))).toBe(expected);
  });

  test("a value that nobody wrote stands right behind its colon, dash, tag or key", () => {
    const cases: [string, string, number][] = [
      ["a:  # c\nb: 1\n", "a", 2],
      ["a: &x\nb: 1\n", "a", 5],
      ["{a: , b: 1}\n", "a", 3],
      ["{a, b: 1}\n", "a", 2],
      ["? a\n? b\n", "a", 3],
    ];
    for (const [text, key, at] of cases) expect(valueAt(text, key)).toMatchObject({ start: at, end: at, value: null });
    const list = parseDocument("-\n- x\n").root;
    expect(list?.kind === "list" ? list.items[0] : undefined).toMatchObject({ start: 1, end: 1, value: null });
  });

  test("keys hold their text as a string, with the place of what was written", () => {
    const text = "yes: 1\n'a b': 2\n? c\n: 3\n";
    const keys = mapOf(text).entries.map(({ key }) => [key.value, shown(text, key)]);
    expect(keys).toEqual([
      ["true", "yes"],
      ["a b", "'a b'"],
      ["c", "c"],
    ]);
  });

  test("an alias is the node of its anchor, and the entry says where it stands", () => {
    const text = samples.anchors ?? "";
    const root = mapOf(text);
    const [base, use] = [entryOf(root, "base"), entryOf(root, "use")];
    expect(use?.value).toBe(base?.value);
    expect(use?.at === undefined ? "" : shown(text, use.at)).toBe("*b");
  });

  test("merged entries come last, behind the << they came through, and whatever is written later wins as in go-yaml", () => {
    const text = samples.anchors ?? "";
    const merged = valueAt(text, "merged");
    if (merged.kind !== "map") throw new Error("no map");
    expect(merged.entries.map(({ key }) => key.value)).toEqual(["x", "z"]);
    expect(merged.entries.map(({ at }) => (at === undefined ? "" : shown(text, at)))).toEqual(["", "<<"]);
    expect(toJson(merged)).toBe('{"x":2,"z":"text"}');
    expect(toJson(valueAt(text, "later"))).toBe('{"x":1,"z":"text"}');
    expect(parseDocument(text).problems).toEqual([]);
  });

  test("offsets count from the start of the text, byte order mark included", () => {
    const text = samples.bom ?? "";
    const [document] = readDocumentsWith(parsePart, text);
    expect(document?.root).toMatchObject({ start: 1 });
    expect(shown(text, mapOf(text).entries[0]?.key ?? { start: 0, end: 0 })).toBe("a");
  });

  test("comments, with their text and whether they have a line of their own", () => {
    const text = "# one\na: 1 # two\n  # three\nb: |  # four\n  # text\n";
    expect(parseDocument(text).comments.map(comment => [comment.text, comment.ownLine, shown(text, comment)])).toEqual([
      [" one", true, "# one"],
      [" two", false, "# two"],
      [" three", true, "# three"],
      [" four", false, "# four"],
    ]);
  });
});

describe("what go-yaml does and nobody expects", () => {
  test.each<[string, string, number]>([
    ["an empty collection loses its colon, and ends the document", "{}: x\n", 1],
    ["the same in front of a key", "[]key: value\n", 1],
    ["a byte order mark within the text belongs to a key", "\n\ufeffa: 1\n", 0],
    ["an empty tagged string is a document", "!!str\n", 0],
    ["text on the line of the marker is content", "--- {a: 1}\n", 0],
    ["brackets that open at the very end are not read", ">+\n{", 1],
  ])("%s", (_, text, problems) => {
    const document = parseDocument(text);
    const values = ["{}", "[]", '{"\ufeffa":1}', '""', '{"a":1}'];
    expect(values).toContain(document.root === undefined ? "" : toJson(document.root));
    expect(document.problems.filter(({ severity }) => severity === "warning")).toHaveLength(problems);
  });
});

describe("documents of a stream", () => {
  const read = (text: string, limits?: Partial<Limits>) => parseDocumentsWith(parsePart, text, limits);
  const values = (documents: readonly Document[]) =>
    documents.map(({ root, problems }) =>
      root === undefined ? (problems[0]?.ruleId ?? null) : JSON.parse(toJson(root)),
    );

  test("count the empty and the broken ones", () => {
    expect(values(read(samples.several ?? ""))).toEqual([null, { a: 1 }, null, { b: 2 }, null, ["c"]]);
    expect(values(read(samples["broken between"] ?? ""))).toEqual([{ a: 1 }, "yaml-syntax", { c: 3 }]);
    expect(read("a: 1\n---\nb: 2\n---\n").map(({ index }) => index)).toEqual([0, 1]);
  });

  test("span what stands between the markers", () => {
    const text = "---\na: 1\n--- # x\nb: 2\n";
    expect(read(text).map(document => shown(text, document))).toEqual(["a: 1\n", "b: 2\n"]);
  });

  test("may be JSON values one after the other, then YAML", () => {
    expect(values(read(samples["json stream"] ?? ""))).toEqual([{ a: 1 }, { b: [true, null, "x/é"] }]);
    expect(values(read(samples["json and more"] ?? ""))).toEqual([{ a: 1 }, { b: 2 }]);
    expect(values(read("\t{b: 2}\n"))).toEqual([{ b: 2 }]);
    expect(values(read('{"a": 1}\n1.c:5\n'))).toEqual([{ a: 1 }, "1.c:5"]);
    expect(read('{"a": 1}\n{"b": 2}\n---\nc: 3\n').map(({ problems }) => problems.length)).toEqual([0, 0, 1]);
    const [document] = read('{"a": 1, "b": {"c": 1, "c": 2}}');
    expect(document?.problems).toMatchObject([{ ruleId: "yaml-duplicate-key", server: "rejects", path: ["b", "c"] }]);
  });

  test("are cut where kubectl cuts, even within a text", () => {
    expect(values(read('a: "x\n---\nc: z"\n'))).toEqual(["yaml-syntax", { c: 'z"' }]);
    expect(values(read("a: |\n  x\n  ---\n  y\n"))).toEqual([{ a: "x\n---\ny\n" }]);
  });

  test("a marker with something behind it costs kubectl the document above; both are read all the same", () => {
    const documents = read("a: 1\n---b: 2\nc: 3\n---\nd: 4\n");
    expect(values(documents)).toEqual([{ a: 1 }, { b: 2, c: 3 }, { d: 4 }]);
    expect(documents.map(({ problems }) => problems.map(({ ruleId }) => ruleId))).toEqual([["yaml-syntax"], [], []]);
    expect(read("-----\n")[0]?.problems).toMatchObject([{ ruleId: "yaml-syntax" }]);
  });
});

describe("bounds", () => {
  const first = (text: string, limits: Partial<Limits>) =>
    readDocumentsWith(parsePart, text, limits).flatMap(({ problems }) => problems)[0];
  const deep = (depth: number) => `${"[".repeat(depth)}${"]".repeat(depth)}`;

  test.each<[string, string, Partial<Limits>, string]>([
    ["size", "a: 12345\n", { size: 8 }, "--max-file-size"],
    ["documents", "a: 1\n---\nb: 2\n---\nc: 3\n", { documents: 2 }, "--max-documents"],
    ["depth, flow", deep(6), { depth: 5 }, "--max-depth"],
    ["depth, block", "a:\n b:\n  c:\n   d: 1\n", { depth: 3 }, "--max-depth"],
    ["nodes", "a: [1, 2, 3]\n", { nodes: 5 }, "--max-nodes"],
    ["nodes of several documents", "a: 1\n---\nb: 1\n", { nodes: 5 }, "--max-nodes"],
    ["aliases", "a: &a [1, 2]\nb: [*a, *a]\n", { aliasNodes: 10 }, "--max-alias-nodes"],
  ])("%s", (_, text, limits, flag) => {
    const problem = first(text, limits);
    expect(problem).toMatchObject({ ruleId: "input-limit", severity: "error" });
    expect(problem?.help).toContain(flag);
  });

  test("hold what just fits", () => {
    expect(first("a: 1234\n", { size: 8 })).toBeUndefined();
    expect(first(deep(5), { depth: 5 })).toBeUndefined();
    expect(first("a: [1, 2, 3]\n", { nodes: 6 })).toBeUndefined();
    expect(first("a: 1\n---\nb: 2\n", { documents: 2 })).toBeUndefined();
  });

  test.each([
    ["plain YAML", "a: [1, 2]\n---\nb: [1, 2]\n---\nc: 1\n---\nd: 1\n", 2],
    ["for the general reader", "a: &a [1, 2]\n---\nb: &a [1, 2]\n---\nc: 1\n---\nd: 1\n", 2],
    ["JSON", '{"a": [1, 2]} {"b": [1, 2]} {"c": 1} {"d": 1}', 2],
    ["one document of the general reader in front", "a: &a [1, 2]\n---\nb: [1, 2]\n---\nc: 1\n", 2],
  ])("beyond the bound on values nothing is read, which is said once: %s", (_, text, count) => {
    const documents = readDocumentsWith(parsePart, text, { nodes: 8 });
    expect(documents.map(({ root }) => root !== undefined)).toEqual([...Array(count - 1).fill(true), false]);
    expect(documents.flatMap(({ problems }) => problems)).toMatchObject([
      { ruleId: "input-limit", start: documents[count - 1]?.start, message: expect.stringContaining("more than 8 ") },
    ]);
  });

  test("no reader reads on beyond the bound on values", () => {
    const long = Array.from({ length: 1000 }, (_, at) => at);
    for (const text of [
      `a: [${long}]\n`,
      `a:\n${long.map(at => `- ${at}\n`).join("")}`,
      `a:\n${long.map(at => `  k${at}: {a: "b"}\n`).join("")}`,
    ]) {
      const lines = new LineIndex(text);
      const [part] = split(text, DEFAULT_LIMITS);
      const limits = { ...DEFAULT_LIMITS, nodes: 100 };
      for (const read of [readPart, parsePart]) {
        const parsed = part && read(lines, part, limits);
        expect(parsed?.nodes).toBe(101);
        expect(parsed?.document.root).toBeUndefined();
        // Where it fits, everything is read.
        expect(part && read(lines, part, DEFAULT_LIMITS)?.nodes).toBeGreaterThan(1000);
      }
    }
    const json = split(`{"a": [${long}]}`, { ...DEFAULT_LIMITS, nodes: 100 });
    expect(json.map(({ json }) => [json?.nodes, json?.root])).toEqual([[101, undefined]]);
  });

  test("no more parts are cut off than the bound on documents allows", () => {
    for (const text of ["a: 1\n---\n".repeat(1000), "{} ".repeat(1000)])
      expect(split(text, { ...DEFAULT_LIMITS, documents: 5 })).toEqual(split(text, DEFAULT_LIMITS).slice(0, 6));
  });

  test("where the time is up before a document, nothing more is read", async () => {
    const text = "a: 1\n---\nb: &b 1\n---\nc: 1\n---\nd: 1\n";
    const upAt = (looks: number) => {
      let count = 0;
      return readSource(text, {}, () => ++count > looks);
    };
    const roots = async (looks: number) => (await upAt(looks)).map(({ root }) => root !== undefined);
    expect(await roots(0)).toEqual([false]);
    expect(await roots(2)).toEqual([true, false]);
    // The second document is left to the general reader, which comes last.
    expect(await roots(3)).toEqual([true, false]);
    expect(await roots(4)).toEqual([true, false]);
    expect(await roots(5)).toEqual([true, true, true, true]);
    expect((await upAt(1))[1]).toMatchObject({ index: 1, problems: [{ ruleId: "input-limit", start: 9 }] });
  });

  test("of the documents that fit, all are read", () => {
    const documents = readDocumentsWith(parsePart, "a: 1\n---\nb: 2\n---\nc: 3\n", { documents: 2 });
    expect(documents.map(({ root }) => root !== undefined)).toEqual([true, true, false]);
  });

  test("an alias bomb is refused before it goes off, and a million brackets are not even read", () => {
    const levels = Array.from(
      { length: 40 },
      (_, level) => `a${level + 1}: &a${level + 1} [${Array(9).fill(`*a${level}`)}]\n`,
    );
    expect(first(`a0: &a0 [x]\n${levels.join("")}`, {})).toMatchObject({ ruleId: "yaml-syntax", server: "rejects" });
    expect(first("[".repeat(1_000_000), {})).toMatchObject({ ruleId: "input-limit" });
  });
});
