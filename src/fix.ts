// Symbolic changes -> text edits on ranges of one source. Nothing is ever serialised anew: comments, quoting and line endings stay.

import type { Edit } from "./diagnostic.ts";
import type { Field } from "./field.ts";
import type { Change } from "./rule.ts";
import { entryLines, flowText, scalarText } from "./yaml/flow.ts";
import type { MapNode, Node } from "./yaml/node.ts";

/** The edits of a change, or undefined where the text is shaped in a way that no small edit serves (an alias, a merged entry). */
export function editsOf(change: Change, text: string): Edit[] | undefined {
  if ("set" in change) return setScalar(change.set, change.to, text);
  if ("replace" in change) return replaceValue(change.replace, flowText(change.value), text);
  if ("rename" in change) return renameKey(change.rename, change.to);
  if ("remove" in change) return removeField(change.remove, text);
  const yaml = "yaml" in change ? change.yaml : mapText(change.add, change.entries);
  return addEntry(change.add, change.key, yaml, text);
}

/** All edits of several changes; undefined when one of them cannot be made, since half a fix is none. */
export function editsOfAll(changes: readonly Change[], text: string): Edit[] | undefined {
  const edits: Edit[] = [];
  for (const change of changes) {
    const some = editsOf(change, text);
    if (some === undefined) return undefined;
    edits.push(...some);
  }
  return edits;
}

/** In the style of the map it is added to. */
function mapText(parent: Field, entries: Readonly<Record<string, unknown>>): string {
  return parent.node?.kind === "map" && parent.node.flow ? flowText(entries) : `${entryLines(entries)}\n`;
}

function setScalar(field: Field, to: string | number | boolean, text: string): Edit[] | undefined {
  const node = field.node;
  if (node === undefined || node.kind !== "scalar" || node.style === "block" || field.entry?.at !== undefined)
    return undefined;
  // An empty value stands right after its colon.
  const space = node.start === node.end && text[node.start - 1] === ":" ? " " : "";
  return [{ start: node.start, end: node.end, text: space + scalarText(to) }];
}

/** A block value moves up behind its key; where a comment stands between the two, the text is left alone. */
function replaceValue({ node, entry }: Field, yaml: string, text: string): Edit[] | undefined {
  if (node === undefined || entry?.at !== undefined) return undefined;
  if (node.kind === "scalar" ? node.style !== "block" : node.flow)
    return [{ start: node.start, end: node.end, text: yaml }];
  if (entry === undefined || text.slice(entry.key.end, node.end).includes("#")) return undefined;
  const end = node.start + text.slice(node.start, node.end).trimEnd().length;
  return [{ start: entry.key.end, end, text: `: ${yaml}` }];
}

function renameKey(field: Field, to: string): Edit[] | undefined {
  if (field.entry === undefined || field.entry.at !== undefined) return undefined;
  return [{ start: field.entry.key.start, end: field.entry.key.end, text: scalarText(to) }];
}

/** The end of a value including a block scalar's last line. */
function endOf(node: Node): number {
  return node.end;
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf("\n", offset - 1) + 1;
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end < 0 ? text.length : end + 1;
}

function removeField(field: Field, text: string): Edit[] | undefined {
  const container = field.parent?.node;
  const node = field.node;
  if (container === undefined || container.kind === "scalar" || node === undefined || field.entry?.at !== undefined)
    return undefined;
  const start = field.entry === undefined ? node.start : field.entry.key.start;
  if (container.flow) return [removeFromFlow(container, start, endOf(node), text)];
  const size = container.kind === "map" ? container.entries.length : container.items.length;
  // The last entry of a block leaves an empty value behind, which may mean something else: then the whole parent goes.
  if (size === 1) return field.parent?.parent === undefined ? undefined : removeField(field.parent, text);
  const from = lineStart(text, start);
  const before = text.slice(from, start);
  if (/^\s*(- *)?$/.test(before)) {
    const to = lineEnd(text, Math.max(endOf(node), start));
    if (container.kind === "list" || !before.includes("-")) return [{ start: from, end: to, text: "" }];
    // First entry of a list item: the next one moves up behind the dash.
    const next = container.kind === "map" ? container.entries[1] : undefined;
    return next === undefined ? undefined : [{ start, end: next.key.start, text: "" }];
  }
  return undefined;
}

function removeFromFlow(container: Exclude<Node, { kind: "scalar" }>, start: number, end: number, text: string): Edit {
  const after = /^\s*,\s*/.exec(text.slice(end, container.end));
  if (after !== null) return { start, end: end + after[0].length, text: "" };
  const before = /,\s*$/.exec(text.slice(container.start, start));
  return { start: before === null ? start : start - before[0].length, end, text: "" };
}

function addEntry(field: Field, key: string, yaml: string, text: string): Edit[] | undefined {
  const map = field.node;
  if (map === undefined || map.kind !== "map") return undefined;
  if (map.flow) return addToFlow(map, key, yaml, text);
  const last = map.entries.filter(entry => entry.at === undefined || entry.key.start >= map.start).at(-1);
  const first = map.entries[0];
  if (last === undefined || first === undefined) return undefined;
  const indent = " ".repeat(first.key.start - lineStart(text, first.key.start));
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  const lines = yaml.includes("\n")
    ? [
        `${key}:`,
        ...yaml
          .trimEnd()
          .split("\n")
          .map(line => `  ${line}`),
      ]
    : [`${key}: ${yaml}`];
  const block = lines.map(line => indent + line).join(newline);
  const end = lineEnd(text, Math.max(last.value.end, last.key.end));
  const separator = text[end - 1] === "\n" ? "" : newline;
  return [{ start: end, end, text: separator + block + (separator === "" ? newline : "") }];
}

function addToFlow(map: MapNode, key: string, yaml: string, text: string): Edit[] | undefined {
  if (yaml.includes("\n")) return undefined;
  const close = map.end - 1;
  const last = map.entries.at(-1);
  if (last === undefined) return [{ start: map.start, end: map.end, text: `{ ${key}: ${yaml} }` }];
  const at = Math.max(last.value.end, last.key.end);
  return /^\s*$/.test(text.slice(at, close)) ? [{ start: at, end: at, text: `, ${key}: ${yaml}` }] : undefined;
}

/** Applies edits that do not overlap; of two that do, the earlier in the list wins. Edits are offsets into `text`. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const chosen: Edit[] = [];
  for (const edit of edits) {
    if (!chosen.some(other => edit.start < other.end && other.start < edit.end)) chosen.push(edit);
  }
  chosen.sort((a, b) => b.start - a.start || b.end - a.end);
  let result = text;
  for (const edit of chosen) result = result.slice(0, edit.start) + edit.text + result.slice(edit.end);
  return result;
}
