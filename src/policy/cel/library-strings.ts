// cel-go's ext.Strings, version 2, and Kubernetes' find and findAll (apiserver/pkg/cel/library/regex.go).

import { formatText } from "./format-text.ts";
import type { Functions, Run } from "./functions.ts";
import { programOf, search } from "./search.ts";
import { CelError, ListValue, type Value } from "./values.ts";

export function addStrings(functions: Functions): void {
  functions.add("charAt", "string.(int): string", charAt);
  functions.add("indexOf", "string.(string): int", (text: string, part: string) => indexOf(text, part, 0n));
  functions.add("indexOf", "string.(string, int): int", indexOf);
  functions.add("lastIndexOf", "string.(string): int", lastIndexOf);
  functions.add("lastIndexOf", "string.(string, int): int", lastIndexOf);
  functions.add("lowerAscii", "string.(): string", (text: string) =>
    text.replace(/[A-Z]+/g, part => part.toLowerCase()),
  );
  functions.add("upperAscii", "string.(): string", (text: string) =>
    text.replace(/[a-z]+/g, part => part.toUpperCase()),
  );
  functions.add("trim", "string.(): string", (text: string) => text.replace(/^[\s\u0085]+|[\s\u0085]+$/g, ""));
  functions.add("replace", "string.(string, string): string", replace, true);
  functions.add("replace", "string.(string, string, int): string", replace, true);
  functions.add("split", "string.(string): list(string)", (text: string, by: string) => split(text, by, -1n));
  functions.add("split", "string.(string, int): list(string)", split);
  functions.add("substring", "string.(int): string", substring);
  functions.add("substring", "string.(int, int): string", substring);
  functions.add("join", "list(string).(): string", (list: ListValue) => join(list, ""));
  functions.add("join", "list(string).(string): string", join);
  functions.add("strings.quote", "(string): string", quote);
  functions.add("format", "string.(list(dyn)): string", formatText, true);
  functions.add("find", "string.(string): string", find, true);
  functions.add("findAll", "string.(string): list(string)", findAll, true);
  functions.add("findAll", "string.(string, int): list(string)", findAll, true);
}

function charAt(text: string, index: bigint): string {
  const characters = [...text];
  if (index < 0n || index > characters.length) throw new CelError(`index out of range: ${index}`);
  return characters[Number(index)] ?? "";
}

/** Positions count code points. */
function toPoints(text: string, at: number): bigint {
  return at < 0 ? -1n : BigInt([...text.slice(0, at)].length);
}

function toUnits(text: string, points: bigint): number {
  const characters = [...text];
  if (points < 0n || points > characters.length) throw new CelError(`index out of range: ${points}`);
  return characters.slice(0, Number(points)).join("").length;
}

function indexOf(text: string, part: string, from: bigint): bigint {
  if (part === "") return from;
  return toPoints(text, text.indexOf(part, toUnits(text, from)));
}

function lastIndexOf(text: string, part: string, from?: bigint): bigint {
  if (from === undefined) return toPoints(text, text.lastIndexOf(part));
  return toPoints(text, text.lastIndexOf(part, toUnits(text, from)));
}

function replace(run: Run, text: string, from: string, to: string, most = -1n): string {
  run.spend(Math.ceil(text.length / 10));
  const parts = from === "" ? ["", ...text, ""] : text.split(from);
  const count = most < 0n ? parts.length - 1 : Math.min(Number(most), parts.length - 1);
  run.spend(Math.ceil((count * to.length) / 10));
  const head = parts.slice(0, count + 1).join(to);
  return parts.length > count + 1 ? `${head}${from}${parts.slice(count + 1).join(from)}` : head;
}

function split(text: string, by: string, most: bigint): ListValue {
  if (most === 0n) return new ListValue([]);
  const parts = by === "" ? [...text] : text.split(by);
  const limit = Number(most);
  if (limit < 0 || parts.length <= limit) return new ListValue(parts);
  return new ListValue([...parts.slice(0, limit - 1), parts.slice(limit - 1).join(by)]);
}

function substring(text: string, from: bigint, to?: bigint): string {
  const characters = [...text];
  const end = to ?? BigInt(characters.length);
  if (from < 0n || from > characters.length) throw new CelError(`index out of range: ${from}`);
  if (end < 0n || end > characters.length) throw new CelError(`index out of range: ${end}`);
  if (from > end) throw new CelError(`invalid substring range. start: ${from}, end: ${end}`);
  return characters.slice(Number(from), Number(end)).join("");
}

function join({ items }: ListValue, by: string): string {
  if (items.some(item => typeof item !== "string")) throw new CelError("join: invalid input");
  return items.join(by);
}

const ESCAPES: Readonly<Record<string, string>> = {
  "\u0007": "\\a",
  "\b": "\\b",
  "\f": "\\f",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
  "\v": "\\v",
  "\\": "\\\\",
  '"': '\\"',
};

function quote(text: string): string {
  return `"${[...text].map(character => ESCAPES[character] ?? character).join("")}"`;
}

function find(run: Run, text: string, pattern: string): Value {
  const found = search(run, programOf(pattern), text, 0);
  return found === undefined ? "" : text.slice(found.start, found.end);
}

function findAll(run: Run, text: string, pattern: string, most = -1n): Value {
  const program = programOf(pattern);
  const all: string[] = [];
  let from = 0;
  let last = -1;
  while (from <= text.length && (most < 0n || all.length < Number(most))) {
    const found = search(run, program, text, from);
    if (found === undefined) break;
    const isEmpty = found.end === found.start;
    // An empty match right behind another one does not count (regexp.Regexp.allMatches).
    if (!isEmpty || found.start !== last) all.push(text.slice(found.start, found.end));
    last = found.end;
    from = isEmpty ? found.end + ((text.codePointAt(found.end) ?? 0) > 0xffff ? 2 : 1) : found.end;
  }
  return new ListValue(all);
}
