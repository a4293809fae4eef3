// What is read without an error, but not as it was meant: text that nobody reads, and documents that run together.

import type { Problem } from "../diagnostic.ts";
import type { LineIndex } from "./lines.ts";
import type { Node } from "./node.ts";
import type { Part } from "./part.ts";
import { spaces } from "./scene.ts";

/** go-yaml reads one document of a part and drops the rest without a word. */
export function explainDropped(lines: LineIndex, part: Part, at: number, root: Node | undefined): Problem {
  const { line } = lines.at(at);
  const { text } = lines;
  const base = {
    ruleId: "yaml-syntax",
    severity: "warning",
    server: "drops",
    path: [],
    start: at,
    end: Math.max(lines.endOf(line), at + 1),
  } as const;
  const message = "the API server reads nothing of this document from here on";
  const before = text.slice(part.from, at);
  if (/(?:^|\n)\.\.\.[ \t]*(?:#[^\n]*)?\r?\n\s*(?:#[^\n]*\n\s*)*$/.test(before.slice(-2000))) {
    return { ...base, message, help: 'the line "..." above ends the document: write --- instead, or remove it' };
  }
  const first = root === undefined ? undefined : lines.at(root.start);
  const here = lines.at(at);
  if (root?.kind === "map" && !root.flow && first !== undefined && first.column > here.column) {
    const more = spaces(first.column - here.column);
    const help = `the first key (line ${first.line}) is indented by ${more} more than this line, so the document ends here`;
    return { ...base, message, help };
  }
  return { ...base, message, help: "the document is complete before it: write --- between two documents" };
}

/** kubectl takes nothing but a comment behind a `---`, and gives up on the whole stream. */
export function explainSeparator(part: Part, bad: NonNullable<Part["badSeparator"]>): Problem {
  const isBehind = bad.start >= part.end;
  return {
    ruleId: "yaml-syntax",
    severity: "error",
    message: '"---" must stand alone on its line',
    help: `kubectl stops reading here${isBehind ? ", and loses the document above too" : ""}: put what follows the --- on a line of its own`,
    server: "rejects",
    path: [],
    start: bad.start,
    end: bad.end,
    fixes: [
      {
        title: "write --- on a line of its own",
        safety: "unsafe",
        edits: [{ start: bad.start + 3, end: bad.contentAt, text: "\n" }],
      },
    ],
  };
}

/** YAMLOrJSONDecoder: one JSON value may be followed by YAML, two make a stream of JSON. */
export function explainBehindJson({ start }: Part): Problem {
  return {
    ruleId: "yaml-syntax",
    severity: "error",
    message: "kubectl reads no YAML behind two JSON values",
    help: "write all of the file as JSON, or part the values with ---",
    server: "rejects",
    path: [],
    start,
    end: start + 1,
  };
}

/** Keys that every object has once at its root: twice means that two objects run together. */
export function joinDuplicates(lines: LineIndex, problems: readonly Problem[]): readonly Problem[] {
  const isAtRoot = (problem: Problem) => problem.ruleId === "yaml-duplicate-key" && problem.path.length === 1;
  const atRoot = problems.filter(isAtRoot);
  const isObject = ["apiVersion", "kind"].every(name => atRoot.some(({ path }) => path[0] === name));
  const [first] = atRoot;
  if (!isObject || first === undefined) return problems;
  const lineStart = lines.startOf(lines.at(first.start).line);
  const joined: Problem = {
    ...first,
    message: `"${String(first.path[0])}" is defined twice: a line with "---" is missing between two documents`,
    help: "kubectl keeps the last of each key, and the object above is never applied",
    fixes: [
      { title: "part the documents", safety: "unsafe", edits: [{ start: lineStart, end: lineStart, text: "---\n" }] },
    ],
  };
  return [joined, ...problems.filter(problem => !isAtRoot(problem))];
}
