// Characters by which a file looks other than it is read: the reviewer sees one text, the cluster gets another ("Trojan Source"). Only what
// stands in the file as such deceives; what is written as an escape is seen.

import type { Path, Problem } from "./diagnostic.ts";
import type { LoadedDocument } from "./load.ts";
import type { Node } from "./yaml/node.ts";

/** What opens a run that is shown in another order. What closes one does nothing alone. */
const TURNING: Readonly<Record<string, string>> = {
  "\u202a": "left-to-right embedding",
  "\u202b": "right-to-left embedding",
  "\u202d": "left-to-right override",
  "\u202e": "right-to-left override",
  "\u2066": "left-to-right isolate",
  "\u2067": "right-to-left isolate",
  "\u2068": "first strong isolate",
};
const UNSEEN: Readonly<Record<string, string>> = {
  "\u200b": "zero-width space",
  "\u200c": "zero-width non-joiner",
  "\u200d": "zero-width joiner",
  "\u2060": "word joiner",
  "\ufeff": "zero-width no-break space",
};
const ANY = /[\u200b-\u200d\u202a\u202b\u202d\u202e\u2060\u2066-\u2068\ufeff]/g;

interface Place {
  readonly path: Path;
  readonly start: number;
  readonly end: number;
}

/** One problem for each scalar and comment with such characters, at the first of them. */
export function deceptions(loaded: LoadedDocument): Problem[] {
  const { document, file } = loaded;
  const { text } = file.source;
  ANY.lastIndex = document.start;
  const found = new Map<string, Problem>();
  for (let match = ANY.exec(text); match !== null && match.index < document.end; match = ANY.exec(text)) {
    const [character] = match;
    const at = match.index;
    const place = placeOf(document.root, at);
    const key = place === undefined ? `line ${file.lines.at(at).line}` : `${place.start}`;
    if (found.has(key)) continue;
    const problem = problemOf(text, at, character, place);
    if (problem !== undefined) found.set(key, problem);
  }
  return [...found.values()];
}

function problemOf(text: string, at: number, character: string, place: Place | undefined): Problem | undefined {
  const turning = TURNING[character];
  const name = turning ?? UNSEEN[character] ?? "";
  if (turning === undefined && (place === undefined || isProse(place.path) || joinsLetters(text, at, character)))
    return undefined;
  const code = `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
  const what = place === undefined ? "this comment" : "this text";
  return {
    ruleId: "deceptive-characters",
    severity: "warning",
    message:
      turning === undefined
        ? `${article(name)} ${name} (${code}) is part of ${what}, where nobody sees it`
        : `${article(name)} ${name} (${code}) makes ${what} look other than it is read`,
    help: "remove it; in a text that is meant to run from right to left, write it as an escape in double quotes",
    path: place?.path ?? [],
    start: at,
    end: at + 1,
  };
}

function article(name: string): string {
  return /^[aeiou]/.test(name) ? "an" : "a";
}

/** Emoji and scripts such as Persian need joiners between letters of their own; between the letters of names and commands they only hide. */
function joinsLetters(text: string, at: number, character: string): boolean {
  if (character !== "\u200c" && character !== "\u200d") return false;
  return text.charCodeAt(at - 1) > 0x7f && text.charCodeAt(at + 1) > 0x7f;
}

/** Annotations and data are for people and programs of any kind. */
function isProse(path: Path): boolean {
  const steps = path.map(String);
  return (
    steps.includes("annotations") ||
    /^(data|stringData|binaryData)$/.test(steps[0] ?? "") ||
    steps.includes("description")
  );
}

/** The key or scalar that an offset lies in; undefined for comments and the blanks between. */
function placeOf(root: Node | undefined, at: number): Place | undefined {
  const path: (string | number)[] = [];
  let node = root;
  // Of an alias the node lies elsewhere, so that every step goes inwards.
  while (node !== undefined && node.kind !== "scalar") {
    const inside = stepInto(node, at);
    if (inside === undefined) return undefined;
    path.push(inside.step);
    if (inside.key !== undefined) return { path, ...inside.key };
    node = inside.node;
  }
  return node !== undefined && node.start <= at && at < node.end
    ? { path, start: node.start, end: node.end }
    : undefined;
}

interface Step {
  readonly step: string | number;
  readonly node?: Node;
  readonly key?: { readonly start: number; readonly end: number };
}

function stepInto(node: Exclude<Node, { kind: "scalar" }>, at: number): Step | undefined {
  if (node.kind === "list") {
    const index = node.items.findIndex(({ start, end }) => start <= at && at < end);
    const item = node.items[index];
    return item === undefined ? undefined : { step: index, node: item };
  }
  for (const { key, value } of node.entries) {
    const step = String(key.value);
    if (key.start <= at && at < key.end) return { step, key: { start: key.start, end: key.end } };
    if (value.start <= at && at < value.end && value.start >= node.start) return { step, node: value };
  }
  return undefined;
}

/** Whether a text may hold any: cheap, for it is asked of every file. */
export function mayDeceive(text: string): boolean {
  ANY.lastIndex = text.startsWith("\ufeff") ? 1 : 0;
  return ANY.test(text);
}
