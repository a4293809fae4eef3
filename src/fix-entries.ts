// Entries and items taken out of a text, and entries put in, in the style of what stands around them.

import type { Edit } from "./diagnostic.ts";
import type { Field } from "./field.ts";
import { type Entry, entryOf, type ListNode, type MapNode, type Node } from "./yaml/node.ts";

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf("\n", offset - 1) + 1;
}

/** Behind the line break, or the end of the text. */
function lineEnd(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end < 0 ? text.length : end + 1;
}

export function removeField(field: Field, text: string): Edit[] | undefined {
  const container = field.parent?.node;
  const { node, entry } = field;
  if (container === undefined || container.kind === "scalar" || node === undefined || entry?.at !== undefined)
    return undefined;
  // An item may be an alias: the very node of its anchor, which stands elsewhere.
  if (node.start < container.start || node.end > container.end) return undefined;
  const start = entry === undefined ? node.start : entry.key.start;
  if (container.flow) return [removeFromFlow(container, start, node.end, text)];
  const size = container.kind === "map" ? container.entries.length : container.items.length;
  // The last entry of a block leaves an empty value behind, which may mean something else: then the whole parent goes.
  if (size === 1) return field.parent?.parent === undefined ? undefined : removeField(field.parent, text);
  return removeFromBlock(container, { start, end: Math.max(node.end, start) }, text);
}

function removeFromBlock(
  container: MapNode | ListNode,
  { start, end }: { start: number; end: number },
  text: string,
): Edit[] | undefined {
  const from = lineStart(text, start);
  const before = text.slice(from, start);
  const to = lineEnd(text, end);
  if (/^\s*$/.test(before) || (container.kind === "list" && /^\s*- *$/.test(before)))
    return [{ start: from, end: to, text: "" }];
  // The first entry of a list item: the next one moves up behind the dash, unless that would take comments along.
  const next = container.kind === "map" ? container.entries[1]?.key.start : undefined;
  if (!/^\s*(- *)+$/.test(before) || next === undefined || next < to || text.slice(to, next).includes("#"))
    return undefined;
  return [{ start, end: next, text: "" }];
}

/** With the comma behind it; the last one with the comma in front. */
function removeFromFlow(container: MapNode | ListNode, start: number, end: number, text: string): Edit {
  const after = /^\s*,[^\S\n]*(\r?\n[^\S\n]*(?!\s*#))?/.exec(text.slice(end, container.end));
  if (after !== null) return { start, end: end + after[0].length, text: "" };
  const before = /,\s*$/.exec(text.slice(container.start, start));
  return { start: before === null ? start : start - before[0].length, end, text: "" };
}

/** `yaml` of several lines is a block; `key` is written as it stands. */
export function addEntry(field: Field, key: string, yaml: string, text: string): Edit[] | undefined {
  const { node } = field;
  if (node?.kind === "scalar") return addBelow(field, key, yaml, text);
  if (node?.kind !== "map") return undefined;
  const present = entryOf(node, key.startsWith('"') ? String(JSON.parse(key)) : key);
  if (present !== undefined) return replaceNull(present, key, yaml, text);
  if (node.flow) return addToFlow(node, key, yaml, text);
  const own = ownEntries(node);
  const [first, last] = [own[0], own.at(-1)];
  const column = first === undefined ? undefined : columnOf(first.key.start, text);
  if (column === undefined || last === undefined) return undefined;
  return [insertLines(Math.max(endOf(last), last.key.end), blockLines(key, yaml, column), text)];
}

/** A key that is there with null says nothing; with anything else it is not to be written over. */
function replaceNull({ key, value, at }: Entry, name: string, yaml: string, text: string): Edit[] | undefined {
  if (value.kind !== "scalar" || value.value !== null || at !== undefined) return undefined;
  const column = yaml.includes("\n") ? columnOf(key.start, text) : 0;
  if (column === undefined) return undefined;
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  const entry = blockLines(name, yaml, column).join(newline).trimStart();
  return [{ start: key.start, end: Math.max(key.end, value.end), text: entry }];
}

/** Under a key without a value. */
function addBelow({ node, entry }: Field, key: string, yaml: string, text: string): Edit[] | undefined {
  if (node === undefined || node.start !== node.end || entry === undefined || entry.at !== undefined) return undefined;
  const column = columnOf(entry.key.start, text);
  if (column === undefined || /\S/.test(text.slice(node.end, lineEnd(text, node.end)).replace(/\s#.*/, "")))
    return undefined;
  return [insertLines(node.end, blockLines(key, yaml, column + 2), text)];
}

/** Entries that stand in the map itself, not merged into it. */
function ownEntries(map: MapNode): Entry[] {
  return map.entries.filter(({ key }) => key.start >= map.start && key.start <= map.end);
}

function endOf({ value, at }: Entry): number {
  return (at ?? value).end;
}

/** The column of a key with nothing but blanks and dashes before it; undefined behind anything else. */
function columnOf(offset: number, text: string): number | undefined {
  const before = text.slice(lineStart(text, offset), offset).replace(/^\ufeff/, "");
  return /^[ -]*$/.test(before) ? before.length : undefined;
}

function blockLines(key: string, yaml: string, column: number): string[] {
  const indent = " ".repeat(column);
  if (!yaml.includes("\n")) return [`${indent}${key}: ${yaml}`];
  const below = yaml.trimEnd().split("\n");
  return [`${indent}${key}:`, ...below.map(line => `${indent}  ${line}`)];
}

/** Below the line of an offset, with the line breaks of that line. */
function insertLines(offset: number, lines: readonly string[], text: string): Edit {
  const end = lineEnd(text, offset);
  const isLast = text[end - 1] !== "\n";
  const newline = text.endsWith("\r\n", end) || (isLast && text.includes("\r\n")) ? "\r\n" : "\n";
  const block = lines.join(newline);
  return { start: end, end, text: isLast ? newline + block : block + newline };
}

function addToFlow(map: MapNode, key: string, yaml: string, text: string): Edit[] | undefined {
  if (yaml.includes("\n")) return undefined;
  const own = ownEntries(map);
  const last = own.at(-1);
  if (last === undefined)
    return map.entries.length > 0 ? undefined : [{ start: map.start, end: map.end, text: `{ ${key}: ${yaml} }` }];
  const at = Math.max(endOf(last), last.key.end);
  // Behind an empty value a comma would be taken for a part of it.
  if (isEmpty(last.value) && last.at === undefined) return undefined;
  return [{ start: at, end: at, text: `,${gapBefore(last, text)}${key}: ${yaml}` }];
}

function isEmpty(node: Node): boolean {
  return node.start === node.end;
}

/** A line of its own, where the last entry has one. */
function gapBefore({ key }: Entry, text: string): string {
  const from = lineStart(text, key.start);
  const before = text.slice(from, key.start);
  if (!/^\s+$/.test(before)) return " ";
  return (text.endsWith("\r\n", from) ? "\r\n" : "\n") + before;
}
