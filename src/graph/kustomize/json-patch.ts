// JSON Patch (RFC 6902) on nodes, as evanphx/json-patch applies it for kustomize.

import { entryOf, type Node } from "../../yaml/node.ts";
import { child, emptyMap, moved, type Place, textAt, withEntry, withItem } from "./edit.ts";

/** The changed document, or what does not apply. */
export function applyJsonPatch(document: Node, patch: Node): Node | string {
  if (patch.kind !== "list") return "a JSON patch is a list of operations";
  let result = document;
  for (const operation of patch.items) {
    const next = applyOne(result, operation);
    if (typeof next === "string") return next;
    result = next;
  }
  return result;
}

function applyOne(document: Node, operation: Node): Node | string {
  const op = textAt(operation, "op");
  const path = pointer(textAt(operation, "path"));
  if (path === undefined) return `"${textAt(operation, "path") ?? ""}" is no JSON pointer`;
  const value = child(operation, "value");
  if (op === "add" || op === "replace") {
    if (value === undefined) return `${op} needs a value`;
    return change(document, path, op, value);
  }
  if (op === "remove") return change(document, path, "remove", undefined);
  if (op === "test") {
    const there = lookUp(document, path);
    return there !== undefined && same(there, value) ? document : `test of ${textAt(operation, "path")} fails`;
  }
  const from = pointer(textAt(operation, "from"));
  if ((op !== "move" && op !== "copy") || from === undefined) return `"${op ?? ""}" is no operation of a JSON patch`;
  const source = lookUp(document, from);
  if (source === undefined) return `${op} from a path that is not there: ${textAt(operation, "from")}`;
  const without = op === "move" ? change(document, from, "remove", undefined) : document;
  return typeof without === "string" ? without : change(without, path, "add", source);
}

function pointer(text: string | undefined): string[] | undefined {
  if (text === undefined) return undefined;
  if (text === "") return [];
  if (!text.startsWith("/")) return undefined;
  return text
    .slice(1)
    .split("/")
    .map(part => part.replaceAll("~1", "/").replaceAll("~0", "~"));
}

function index(part: string, length: number): number {
  if (!/^-?\d+$/.test(part)) return Number.NaN;
  const number = Number(part);
  return number < 0 ? length + number : number;
}

function lookUp(node: Node, path: readonly string[]): Node | undefined {
  let found: Node | undefined = node;
  for (const part of path)
    found = found?.kind === "list" ? child(found, index(part, found.items.length)) : child(found, part);
  return found;
}

type Operation = "add" | "replace" | "remove";

function change(
  node: Node,
  path: readonly string[],
  op: Operation,
  value: Node | undefined,
  place?: Place,
): Node | string {
  const here = place ?? { start: node.start, end: node.start };
  const [part, ...rest] = path;
  if (part === undefined) return value === undefined ? emptyMap(here) : moved(value, here);
  if (node.kind === "map") return changeEntry(node, part, rest, op, value, here);
  if (node.kind !== "list") return missing(op, part);
  const position = part === "-" && rest.length === 0 ? node.items.length : index(part, node.items.length);
  const old = node.items[position];
  if (rest.length > 0) {
    if (old === undefined) return missing(op, part);
    const below = change(old, rest, op, value, here);
    return typeof below === "string" ? below : withItem(node, position, below);
  }
  if (op === "add") {
    if (!(position >= 0 && position <= node.items.length) || value === undefined) return missing(op, part);
    const items = node.items.slice();
    items.splice(position, 0, moved(value, here));
    return { ...node, items };
  }
  if (old === undefined) return missing(op, part);
  return withItem(node, position, value === undefined ? undefined : moved(value, old.kind === "scalar" ? old : here));
}

function changeEntry(
  node: Node & { kind: "map" },
  part: string,
  rest: readonly string[],
  op: Operation,
  value: Node | undefined,
  here: Place,
): Node | string {
  const entry = entryOf(node, part);
  const place = entry === undefined ? here : { start: entry.key.start, end: entry.key.end };
  if (rest.length > 0) {
    if (entry === undefined) return missing(op, part);
    const below = change(entry.value, rest, op, value, place);
    return typeof below === "string" ? below : withEntry(node, part, below, place);
  }
  if (entry === undefined && op !== "add") return missing(op, part);
  const old = entry?.value;
  const spot = old?.kind === "scalar" && old.end > old.start ? old : place;
  return withEntry(node, part, value === undefined ? undefined : moved(value, spot), place);
}

function missing(op: Operation, part: string): string {
  return `${op} does not apply: there is no "${part}"`;
}

function same(a: Node, b: Node | undefined): boolean {
  if (b === undefined || a.kind !== b.kind) return false;
  if (a.kind === "scalar") return b.kind === "scalar" && a.value === b.value;
  if (a.kind === "list")
    return b.kind === "list" && a.items.length === b.items.length && a.items.every((item, i) => same(item, b.items[i]));
  return (
    b.kind === "map" &&
    a.entries.length === b.entries.length &&
    a.entries.every(({ key, value }) => same(value, child(b, String(key.value))))
  );
}
