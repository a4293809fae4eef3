// One problem for a broken document: the cause, in words, at its place, with a fix that makes it read where that is mechanical.

import { describe, expect, test } from "vitest";
import type { Problem } from "../../src/diagnostic.ts";
import { readDocumentsWith } from "../../src/yaml/documents.ts";
import { LineIndex } from "../../src/yaml/lines.ts";
import { parsePart } from "../../src/yaml/parse.ts";

/** What is said, where, about what, and what the text is after the fix. */
type Case = [name: string, text: string, at: string, marked: string, message: RegExp, mended?: string];

const cases: Case[] = [
  [
    "quote never closed",
    'a:\n  effect: "NoSchedule\n',
    "2:11",
    '"NoSchedule',
    /double quote opened here is never closed/,
    'a:\n  effect: "NoSchedule"\n',
  ],
  [
    "quote closed by the next string",
    'a:\n  - b: "x\n    c: "y"\n',
    "2:8",
    '"x',
    /double quote opened here/,
    'a:\n  - b: "x"\n    c: "y"\n',
  ],
  ["single quote", "a: 'x\nb: 1\n", "1:4", "'x", /single quote opened here/, "a: 'x'\nb: 1\n"],
  [
    "one space too deep",
    "c:\n- image: x\n   command: [y]\n  args: []\n",
    "3:4",
    "command",
    /^"command" is indented 1 space deeper than "image" \(line 2\)$/,
    "c:\n- image: x\n  command: [y]\n  args: []\n",
  ],
  [
    "one space too little",
    "a:\n  b: 1\n c: 2\n",
    "3:2",
    "c",
    /^"c" is indented 1 space less than "b" \(line 2\)$/,
    "a:\n  b: 1\n  c: 2\n",
  ],
  [
    "an item out of line",
    "a:\n  - b: 1\n - c: 2\n",
    "3:2",
    "- c",
    /^the list item is indented 1 space less than the item above \(line 2\)$/,
    "a:\n  - b: 1\n  - c: 2\n",
  ],
  [
    "a block out of line",
    "a:\n  b: 1\n   c:\n     d: 1\n  e: 1\n",
    "3:4",
    "c",
    /1 space deeper than "b"/,
    "a:\n  b: 1\n  c:\n    d: 1\n  e: 1\n",
  ],
  ["tab", "a:\n\tb: 1\n", "2:1", "\t", /^a tab is used for indentation$/, "a:\n  b: 1\n"],
  [
    "tabs as wide as the author's editor shows them",
    "a:\n  b:\n\tc: 1\n  d:\n  - e: 1\n\tf: 2\n",
    "3:1",
    "\t",
    /^a tab is used for indentation$/,
    "a:\n  b:\n    c: 1\n  d:\n  - e: 1\n    f: 2\n",
  ],
  [
    "no space after the colon",
    "a:\n  image:nginx\n  b: 1\n",
    "2:3",
    "image:",
    /^there is no space after "image:"$/,
    "a:\n  image: nginx\n  b: 1\n",
  ],
  ["no space after the dash", "a:\n  - b\n  -c\n", "3:3", "-", /no space after "-"/, "a:\n  - b\n  - c\n"],
  ["colon in a value", "a: echo b: c # d\n", "1:10", ":", /unquoted value cannot hold ": "/, "a: 'echo b: c' # d\n"],
  ["two keys on a line", "a: b:\n  c: 1\n", "1:5", ":", /two keys on this line/],
  ["a line without a key", "a: 1\nfoo\nb: 2\n", "2:1", "foo", /^"foo" is no "key: value"$/],
  ["reserved character", "a: @x\n", "1:4", "@", /cannot start with "@"/, "a: '@x'\n"],
  ["glob", "a: *.yaml\n", "1:4", "*.yaml", /starts with "\*" is an alias/, "a: '*.yaml'\n"],
  ["text behind a quote", 'a: "x" y\n', "1:8", "y", /"y" cannot follow the value/, "a: '\"x\" y'\n"],
  ["comma", 'a: ["b" "c"]\n', "1:9", '"c"', /comma or "\]" is missing/, 'a: ["b", "c"]\n'],
  [
    "comma in JSON",
    '{\n  "a": 1\n  "b": 2\n}\n',
    "3:3",
    '"b"',
    /comma or "\}" is missing/,
    '{\n  "a": 1,\n  "b": 2\n}\n',
  ],
  ["bracket never closed", "a: [b,\n  c\nd: 1\n", "1:4", "[", /"\[" is never closed/],
  ["bracket too many", "a: [b]]\n", "1:7", "]", /"\]" closes nothing/],
  ["escape", 'a: "C:\\q"\n', "1:7", "\\q", /"\\q" means nothing in double quotes/],
  ["unknown alias", "a: *x\n", "1:4", "*x", /no anchor "&x"/],
  ["anchor in itself", "a: &x [*x]\n", "1:8", "*x", /"&x" contains itself/],
  ["merge of a string", "a:\n  <<: x\n", "2:7", "x", /can be merged/],
  ["map as a key", "{a: b}: c\n", "1:1", "{", /a map cannot be the key/],
  ["null as a key", "~: c\n", "1:1", "~", /neither null/],
  ["no number of JSON", "a: .inf\n", "1:4", ".inf", /\.inf is a number that JSON cannot write/],
  ["wrong tag", "a: !!int x\n", "1:10", "x", /x is no !!int/],
  ["YAML 1.2", "%YAML 1.2\n---\na: 1\n", "1:1", "%YAML 1.2", /YAML 1\.1 only and refuses 1\.2/],
  ["control character", "a: \x07\n", "1:4", "\x07", /control character U\+0007/],
  ["no-break space", "a: 1\n\u00a0\u00a0b\n", "2:1", "\u00a0", /space here is U\+00A0/, "a: 1\n  b\n"],
  ["typographic quote", "a: “b: c”\n", "1:4", "“", /typographic quote/, 'a: "b: c"\n'],
  [
    "merge conflict",
    "a: 1\n<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> x\n",
    "2:1",
    "<<<<<<< HEAD",
    /merge conflict is left/,
  ],
  ["shell prompt", "a: 1\n$ kubectl get pods\n", "2:1", "$ kubectl get pods", /shell command, not YAML/],
  ["Markdown", "```yaml\na: 1\n```\n", "1:1", "```yaml", /Markdown, not YAML/],
  ["list among keys", "a: 1\n- b\n", "2:1", "-", /list item stands among the keys/],
  ["key among items", "- a\nb: 1\n", "2:1", "b: 1", /"b" stands where a list item is expected/],
  ["list behind a key", "a: - b\n", "1:4", "-", /a list item cannot start here/],
  ["marker and text", "a: 1\n---b: 2\n", "2:1", "---b: 2", /"---" must stand alone/, "a: 1\n---\nb: 2\n"],
];

function read(text: string): Problem[] {
  return readDocumentsWith(parsePart, text).flatMap(({ problems }) => problems);
}

function mend(text: string, { fixes = [] }: Problem): string | undefined {
  const edits = [...(fixes[0]?.edits ?? [])].sort((a, b) => b.start - a.start);
  if (edits.length === 0) return undefined;
  return edits.reduce(
    (changed, { start, end, text: added }) => changed.slice(0, start) + added + changed.slice(end),
    text,
  );
}

describe("broken documents", () => {
  test.each(cases)("%s", (_, text, at, marked, message, mended) => {
    const problems = read(text);
    expect(problems).toHaveLength(1);
    const [problem] = problems;
    if (problem === undefined) return;
    expect(problem).toMatchObject({ ruleId: "yaml-syntax", severity: "error", server: "rejects", path: [] });
    expect(problem.message).toMatch(message);
    expect(problem.message).not.toMatch(/^[A-Z]|\.$/);
    const { line, column } = new LineIndex(text).at(problem.start);
    expect(`${line}:${column}`).toBe(at);
    expect(text.slice(problem.start, problem.end)).toBe(marked);
    expect(mend(text, problem)).toBe(mended);
    if (mended !== undefined) expect(read(mended)).toEqual([]);
  });
});

describe("templates", () => {
  test.each([
    ["{{- if .Values.on }}\na: 1\n{{- end }}\n", "{{- if .Values.on }}"],
    ["a: {{ .Values.a }}\n", "{{ .Values.a }}"],
    ["a: 1\n{% for x in y %}\nb: 1\n", "{% for x in y %}"],
    ["a: [${ITEMS}]\n", "${ITEMS}"],
  ])("%j is told as one", (text, marked) => {
    const [problem] = read(text);
    expect(problem).toMatchObject({ ruleId: "unrendered-template", severity: "info" });
    expect(problem?.server).toBeUndefined();
    expect(text.slice(problem?.start, problem?.end)).toBe(marked);
  });

  test("quoted ones are text, and another error stays one", () => {
    expect(read('a: "{{ x }}"\nb: ${Y}\n')).toEqual([]);
    expect(read('a: "{{ x }}"\nb:\n  c: 1\n d: 2\n')).toMatchObject([{ ruleId: "yaml-syntax" }]);
  });
});

describe("what is read otherwise than it was meant", () => {
  test.each([
    ["a: 1\n...\nb: 2\n", "b: 2", /"\.\.\."/],
    ["  a: 1\nb: 2\n", "b: 2", /indented by 2 spaces more/],
    ["{a: 1}\nb: 2\n", "b: 2", /complete before it/],
  ])("the rest of %j is dropped silently: a warning", (text, marked, help) => {
    const problems = read(text);
    expect(problems).toMatchObject([{ ruleId: "yaml-syntax", severity: "warning", server: "drops" }]);
    expect(text.slice(problems[0]?.start, problems[0]?.end)).toBe(marked);
    expect(problems[0]?.help).toMatch(help);
  });

  test("a key that is defined twice", () => {
    const text = "a:\n  b: 1\n  c: 2\n  'b': 3\n  b: 4\n";
    const problems = read(text);
    expect(problems).toMatchObject([
      { ruleId: "yaml-duplicate-key", severity: "error", path: ["a", "b"], start: 19, end: 22 },
    ]);
    expect(problems[0]?.server).toBeUndefined();
    expect(problems[0]?.related).toEqual([{ start: 5, end: 6, message: "first defined here" }]);
  });

  test("in a list, the path of a repeated key counts the items", () => {
    expect(read("- x\n- {a: 1, a: 2}\n")).toMatchObject([{ path: [1, "a"] }]);
  });

  test("two objects without a marker between them", () => {
    const text = "apiVersion: v1\nkind: A\nmetadata: {}\napiVersion: v1\nkind: B\nmetadata: {}\n";
    const problems = read(text);
    expect(problems).toMatchObject([
      { ruleId: "yaml-duplicate-key", message: expect.stringMatching(/"---" is missing/) },
    ]);
    const mended = problems[0] === undefined ? undefined : mend(text, problems[0]);
    expect(mended).toBe("apiVersion: v1\nkind: A\nmetadata: {}\n---\napiVersion: v1\nkind: B\nmetadata: {}\n");
    expect(read(mended ?? "")).toEqual([]);
  });
});
