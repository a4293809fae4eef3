import { describe, expect, it } from "vitest";
import { Field } from "../src/field.ts";
import { applyEdits, editsOf } from "../src/fix.ts";
import { unintended } from "../src/fix-verify.ts";
import type { Change } from "../src/rule.ts";
import { readSource } from "../src/yaml/documents.ts";

/** The text after a change, proved; undefined when there is no edit for it. */
async function changed(text: string, make: (root: Field) => Change): Promise<string | undefined> {
  const documents = await readSource(text);
  const edits = editsOf(make(new Field(documents[0]?.root)), text);
  if (edits === undefined) return undefined;
  const result = applyEdits(text, edits);
  const after = { text: result, documents: await readSource(result) };
  expect(unintended({ text, documents }, after, edits)).toBeUndefined();
  return result;
}

const set =
  (path: (string | number)[], to: string | number | boolean) =>
  (root: Field): Change => ({ set: root.get(...path), to });
const remove =
  (...path: (string | number)[]) =>
  (root: Field): Change => ({ remove: root.get(...path) });
const rename =
  (path: (string | number)[], to: string) =>
  (root: Field): Change => ({ rename: root.get(...path), to });
const add =
  (path: (string | number)[], key: string, yaml: string) =>
  (root: Field): Change => ({ add: root.get(...path), key, yaml });

describe("setting a scalar", () => {
  it.each([
    ["plain", "a: 1 # c\n", set(["a"], 2), "a: 2 # c\n"],
    ["text that needs quotes", "a: b\n", set(["a"], "yes"), 'a: "yes"\n'],
    ["double quotes stay", 'a: "b"\n', set(["a"], "c"), 'a: "c"\n'],
    ["single quotes stay", "a: 'b'\n", set(["a"], "it's"), "a: 'it''s'\n"],
    ["a number loses its quotes", 'a: "1"\n', set(["a"], 1), "a: 1\n"],
    ["an empty value", "a:\nb: 1\n", set(["a"], 2), "a: 2\nb: 1\n"],
    ["an empty value with a comment", "a:  # c\nb: 1\n", set(["a"], 2), "a: 2  # c\nb: 1\n"],
    ["null", "a: null\n", set(["a"], "x"), "a: x\n"],
    ["in a flow map", "{a: 1, b: 2}\n", set(["a"], "x"), "{a: x, b: 2}\n"],
    ["in a list", "- 1\n- 2\n", set([1], 3), "- 1\n- 3\n"],
    ["in JSON", '{"a": "b"}\n', set(["a"], "c"), '{"a": "c"}\n'],
    ["several lines of text", "a: b\n  c\nd: 1\n", set(["a"], "x"), "a: x\nd: 1\n"],
    ["last line without a line break", "a: 1", set(["a"], 2), "a: 2"],
    ["CRLF", "a: 1\r\nb: 2\r\n", set(["a"], 3), "a: 3\r\nb: 2\r\n"],
  ])("%s", async (_, text, make, expected) => {
    expect(await changed(text, make)).toBe(expected);
  });

  it("leaves block scalars and aliases alone", async () => {
    expect(await changed("a: |\n  b\n", set(["a"], "x"))).toBeUndefined();
    expect(await changed("x: &x 1\na: *x\n", set(["a"], 2))).toBeUndefined();
    expect(await changed("x: &x { a: 1 }\nb: { <<: *x, c: 2 }\n", set(["b", "a"], 2))).toBeUndefined();
  });

  it("leaves alone what the text does not say: a kustomization's value at the place of another one", async () => {
    const text = "replicas: 3\n";
    const [document] = await readSource(text);
    const { node, entry } = new Field(document?.root).get("replicas");
    if (node?.kind !== "scalar") throw new Error("no scalar");
    const patched = new Field({ ...node, value: 5 }, new Field(document?.root), "replicas", entry);
    expect(editsOf({ set: patched, to: 1 }, text)).toBeUndefined();
    expect(editsOf({ remove: patched }, text)).toBeUndefined();
  });
});

describe("renaming a key", () => {
  it.each([
    ["plain", "a: 1 # c\n", rename(["a"], "b"), "b: 1 # c\n"],
    ["with a block below", "a:\n  x: 1\nc: 2\n", rename(["a"], "b"), "b:\n  x: 1\nc: 2\n"],
    ["quoted", '"a": 1\n', rename(["a"], "b"), '"b": 1\n'],
    ["in JSON", '{"a": [1]}', rename(["a"], "b"), '{"b": [1]}'],
    ["in a list item", "- a: 1\n  c: 2\n", rename([0, "a"], "b"), "- b: 1\n  c: 2\n"],
  ])("%s", async (_, text, make, expected) => {
    expect(await changed(text, make)).toBe(expected);
  });
});

describe("removing", () => {
  it.each([
    ["an entry with its line", "a: 1\nb: 2 # c\nd: 3\n", remove("b"), "a: 1\nd: 3\n"],
    ["a block", "a: 1\nb:\n  c: 2\n  d: |\n    x\n    y\ne: 3\n", remove("b"), "a: 1\ne: 3\n"],
    ["the last, without a line break", "a: 1\nb: 2", remove("b"), "a: 1\n"],
    ["comments above stay", "a: 1\n# about b\nb: 2\n", remove("b"), "a: 1\n# about b\n"],
    ["the first of a list item", "- a: 1\n  b: 2\n", remove(0, "a"), "- b: 2\n"],
    ["the first of a list item, with its comment", "- a: 1 # x\n  b: 2\n", remove(0, "a"), "- b: 2\n"],
    ["the second of a list item", "- a: 1\n  b: 2\n- c: 3\n", remove(0, "b"), "- a: 1\n- c: 3\n"],
    ["an item", "l:\n- 1\n- 2 # c\n- 3\n", remove("l", 1), "l:\n- 1\n- 3\n"],
    ["an item that is a map", "l:\n  - a: 1\n    b: 2\n  - c: 3\n", remove("l", 0), "l:\n  - c: 3\n"],
    ["the only entry, with its parent", "a:\n  b:\n    c: 1\nd: 2\n", remove("a", "b", "c"), "d: 2\n"],
    ["first in a flow map", "{a: 1, b: 2}\n", remove("a"), "{b: 2}\n"],
    ["last in a flow map", "{ a: 1, b: 2 }\n", remove("b"), "{ a: 1 }\n"],
    ["only one in a flow map", "x: { a: 1 }\n", remove("x", "a"), "x: {  }\n"],
    ["in a flow list", "[1, 2, 3]\n", remove(1), "[1, 3]\n"],
    ["in JSON over lines", '{\n  "a": 1,\n  "b": 2\n}\n', remove("b"), '{\n  "a": 1\n}\n'],
    ["the first in JSON over lines", '{\n  "a": 1,\n  "b": 2\n}\n', remove("a"), '{\n  "b": 2\n}\n'],
    ["CRLF", "a: 1\r\nb: 2\r\n", remove("b"), "a: 1\r\n"],
    ["an empty value", "a: 1\nb:\nc: 2\n", remove("b"), "a: 1\nc: 2\n"],
  ])("%s", async (_, text, make, expected) => {
    expect(await changed(text, make)).toBe(expected);
  });

  it.each([
    ["the document", "a: 1\n", remove("a")],
    ["what would take a comment along", "- a: 1\n  # about b\n  b: 2\n", remove(0, "a")],
    ["an alias in a list", "x: &x 1\nl:\n- *x\n- 2\n", remove("l", 0)],
  ])("leaves alone %s", async (_, text, make) => {
    expect(await changed(text, make)).toBeUndefined();
  });
});

describe("adding", () => {
  it.each([
    ["to a block", "s:\n  a: 1 # c\nb: 2\n", add(["s"], "k", "3"), "s:\n  a: 1 # c\n  k: 3\nb: 2\n"],
    [
      "behind a block of text",
      "s:\n  a: |\n    x\n\nb: 2\n",
      add(["s"], "k", "3"),
      "s:\n  a: |\n    x\n  k: 3\n\nb: 2\n",
    ],
    ["to a list item", "l:\n  - a: 1\n    b: 2\n", add(["l", 0], "k", "3"), "l:\n  - a: 1\n    b: 2\n    k: 3\n"],
    [
      "several lines",
      "s:\n    a: 1\n",
      add(["s"], "k", "x: 1\ny: 2\n"),
      "s:\n    a: 1\n    k:\n      x: 1\n      y: 2\n",
    ],
    ["at the end without a line break", "s:\n  a: 1", add(["s"], "k", "3"), "s:\n  a: 1\n  k: 3"],
    ["behind a comment without a line break", "s:\n  a: 1 # c", add(["s"], "k", "3"), "s:\n  a: 1 # c\n  k: 3"],
    ["to the document", "a: 1\n...\n", add([], "k", "3"), "a: 1\nk: 3\n...\n"],
    ["behind a byte order mark", "\ufeffa: 1\nb: 2\n", add([], "k", "3"), "\ufeffa: 1\nb: 2\nk: 3\n"],
    ["CRLF", "s:\r\n  a: 1\r\n", add(["s"], "k", "x: 1\n"), "s:\r\n  a: 1\r\n  k:\r\n    x: 1\r\n"],
    ["under a key without value", "s: # c\nb: 1\n", add(["s"], "k", "3"), "s: # c\n  k: 3\nb: 1\n"],
    ["in place of null", "s:\n  k: null # c\n  b: 1\n", add(["s"], "k", "{ x: 1 }"), "s:\n  k: { x: 1 } # c\n  b: 1\n"],
    ["to a flow map", "s: { a: 1 }\n", add(["s"], "k", "3"), "s: { a: 1, k: 3 }\n"],
    ["behind a trailing comma", "s: {a: 1,}\n", add(["s"], "k", "3"), "s: {a: 1, k: 3,}\n"],
    ["to an empty flow map", "s: {}\n", add(["s"], "k", "3"), "s: { k: 3 }\n"],
    [
      "to a flow map over lines",
      "s: {\n  a: 1, # c\n  b: 2\n}\n",
      add(["s"], "k", "3"),
      "s: {\n  a: 1, # c\n  b: 2,\n  k: 3\n}\n",
    ],
    ["to JSON", '{\n  "a": 1\n}\n', add([], "k", "v"), '{\n  "a": 1,\n  "k": "v"\n}\n'],
    ["to JSON on one line", '{"a": {"b": 1}}\n', add(["a"], "k", "3"), '{"a": {"b": 1, "k": 3}}\n'],
    ["behind an alias", "x: &x 1\ns:\n  a: *x\n", add(["s"], "k", "3"), "x: &x 1\ns:\n  a: *x\n  k: 3\n"],
    [
      "behind merged entries",
      "x: &x {a: 1}\ns:\n  <<: *x\n  b: 2\n",
      add(["s"], "k", "3"),
      "x: &x {a: 1}\ns:\n  <<: *x\n  b: 2\n  k: 3\n",
    ],
  ])("%s", async (_, text, make, expected) => {
    expect(await changed(text, make)).toBe(expected);
  });

  it.each([
    ["over what is there", "s:\n  k: 1\n", add(["s"], "k", "3")],
    ["to a scalar", "s: 1\n", add(["s"], "k", "3")],
    ["a block to a flow map", "s: { a: 1 }\n", add(["s"], "k", "x: 1\ny: 2\n")],
    ["flow YAML to JSON", '{"a": 1}', add([], "k", "{ x: 1 }")],
    ["to what is not there", "s: 1\n", add(["t"], "k", "3")],
  ])("leaves alone: %s", async (_, text, make) => {
    expect(await changed(text, make)).toBeUndefined();
  });

  it("writes maps in the style around them", async () => {
    const entries = { path: "/", port: "http", yes: "yes" };
    const make = (root: Field): Change => ({ add: root.get("s"), key: "k", entries });
    expect(await changed("s:\n  a: 1\n", make)).toBe(
      's:\n  a: 1\n  k:\n    path: /\n    port: http\n    "yes": "yes"\n',
    );
    expect(await changed("s: { a: 1 }\n", make)).toBe('s: { a: 1, k: { path: /, port: http, "yes": "yes" } }\n');
    expect(await changed('{"s": {"a": 1}}', make)).toBe(
      '{"s": {"a": 1, "k": { "path": "/", "port": "http", "yes": "yes" }}}',
    );
  });
});

describe("several edits", () => {
  it("keep their order at one place, and the first of two that overlap wins", () => {
    const insert = (text: string) => ({ start: 1, end: 1, text });
    expect(applyEdits("ab", [insert("1"), insert("2")])).toBe("a12b");
    expect(
      applyEdits("abcd", [
        { start: 0, end: 3, text: "x" },
        { start: 2, end: 4, text: "y" },
      ]),
    ).toBe("xd");
    expect(
      applyEdits("abcd", [
        { start: 2, end: 4, text: "y" },
        { start: 0, end: 2, text: "x" },
      ]),
    ).toBe("xy");
  });
});
