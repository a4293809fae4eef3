// Symbolic changes -> text edits on ranges of one source. Nothing is ever serialised anew: comments, quoting and line endings stay.

import type { Edit } from "./diagnostic.ts";
import type { Field } from "./field.ts";
import { addEntry, removeField } from "./fix-entries.ts";
import type { Change } from "./rule.ts";
import { entryLines, flowText, scalarText } from "./yaml/flow.ts";
import type { ScalarNode } from "./yaml/node.ts";
import { resolvePlain } from "./yaml/scalar.ts";

/** The edits of a change, or undefined where the text is shaped in a way that no small edit serves (an alias, a merged entry). */
export function editsOf(change: Change, text: string): Edit[] | undefined {
  const field = fieldOf(change);
  if (!stands(field, text)) return undefined;
  const json = isJson(field);
  if ("set" in change) return setScalar(field, change.to, text);
  if ("replace" in change) return replaceValue(field, json ? jsonText(change.value) : flowText(change.value), text);
  if ("rename" in change) return renameKey(field, change.to);
  if ("remove" in change) return removeField(field, text);
  const yaml = "yaml" in change ? change.yaml : mapText(field, change.entries, json);
  const value = json ? jsonOf(yaml) : yaml;
  const key = json ? JSON.stringify(change.key) : change.key;
  return value === undefined ? undefined : addEntry(field, key, value, text);
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

/** The field that a change is about. */
export function fieldOf(change: Change): Field {
  if ("set" in change) return change.set;
  if ("replace" in change) return change.replace;
  if ("rename" in change) return change.rename;
  return "remove" in change ? change.remove : change.add;
}

/**
 * Whether a field is what the text says at its place, all the way down. What a kustomization changed is not: it has the place of what
 * it replaces, and the value of something else.
 */
function stands(field: Field, text: string): boolean {
  if (field.node?.kind === "scalar" && !scalarStands(field.node, text)) return false;
  for (let at: Field | undefined = field; at !== undefined; at = at.parent) {
    if (at.entry !== undefined && !scalarStands(at.entry.key, text)) return false;
  }
  return true;
}

function scalarStands({ start, end, style, value }: ScalarNode, text: string): boolean {
  const written = text.slice(start, end);
  if (style === "block") return /^[|>]/.test(written);
  if (style === "double")
    return (
      written.startsWith('"') && (written.includes("\\") || written.includes("\n") || written.slice(1, -1) === value)
    );
  if (style === "single")
    return written.startsWith("'") && (written.includes("\n") || written.slice(1, -1).replaceAll("''", "'") === value);
  if (written === "") return value === null;
  // Keys are strings whatever they look like; text over several lines is folded.
  return written === value || written.includes("\n") || resolvePlain(written).value === value;
}

/** JSON has no plain words: its keys and strings are quoted, and what is added has to be so too. */
function isJson(field: Field): boolean {
  let root = field;
  while (root.parent !== undefined) root = root.parent;
  const { node } = root;
  return node?.kind === "map" && node.flow && node.entries[0]?.key.style === "double";
}

function jsonText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(jsonText).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const entries = Object.entries(value).map(([key, entry]) => `${JSON.stringify(key)}: ${jsonText(entry)}`);
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}

/** YAML on one line as JSON, where it is as good as that already, or a word. */
function jsonOf(yaml: string): string | undefined {
  try {
    return jsonText(JSON.parse(yaml));
  } catch {
    return /^[A-Za-z/][\w./-]*$/.test(yaml) ? JSON.stringify(yaml) : undefined;
  }
}

/** In the style of the map it is added to. */
function mapText(parent: Field, entries: Readonly<Record<string, unknown>>, json: boolean): string {
  if (json) return jsonText(entries);
  return parent.node?.kind === "map" && parent.node.flow ? flowText(entries) : `${entryLines(entries)}\n`;
}

function setScalar({ node, entry }: Field, to: string | number | boolean, text: string): Edit[] | undefined {
  if (node === undefined || node.kind !== "scalar" || node.style === "block" || entry?.at !== undefined)
    return undefined;
  // An empty value stands right after its colon.
  const space = node.start === node.end && text[node.start - 1] === ":" ? " " : "";
  return [{ start: node.start, end: node.end, text: space + inStyleOf(node, to) }];
}

/** Text in quotes stays in quotes of the same kind. */
function inStyleOf({ style }: ScalarNode, to: string | number | boolean): string {
  if (typeof to === "string" && style === "double") return JSON.stringify(to);
  if (typeof to === "string" && style === "single") return `'${to.replaceAll("'", "''")}'`;
  return scalarText(to);
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

function renameKey({ entry }: Field, to: string): Edit[] | undefined {
  if (entry === undefined || entry.at !== undefined) return undefined;
  return [{ start: entry.key.start, end: entry.key.end, text: inStyleOf(entry.key, to) }];
}

/** Applies edits that do not overlap; of two that do, the earlier in the list wins. Edits are offsets into `text`. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const chosen: Edit[] = [];
  for (const edit of edits) {
    if (!chosen.some(other => edit.start < other.end && other.start < edit.end)) chosen.push(edit);
  }
  return applySorted(text, inOrder(chosen));
}

/** By place; of insertions at one place the order of the list stays. */
export function inOrder(edits: readonly Edit[]): Edit[] {
  return [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Applies edits that are sorted and do not overlap. */
export function applySorted(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const edit of edits) {
    parts.push(text.slice(at, edit.start), edit.text);
    at = Math.max(at, edit.end);
  }
  return parts.join("") + text.slice(at);
}
