// Changes to a tree of nodes, made by copying the way down to the change: what is not changed stays the very node that was read, with
// its place. What a kustomization brings in gets the place of what it replaces, or of the key under which it is added, so that a
// diagnostic about it still points into the manifest it belongs to; such nodes are known as derived, and no fix may touch their text.

import type { Entry, ListNode, MapNode, Node, ScalarNode } from "../../yaml/node.ts";
import { entryOf } from "../../yaml/node.ts";

export interface Place {
  readonly start: number;
  readonly end: number;
}

const derivedNodes = new WeakSet<Node>();

/** The value does not stand in the manifest like that: a kustomization made or changed it. */
export function isDerived(node: Node | undefined): boolean {
  return node !== undefined && derivedNodes.has(node);
}

function derived<T extends Node>(node: T): T {
  derivedNodes.add(node);
  return node;
}

export function scalarAt(value: ScalarNode["value"], { start, end }: Place): ScalarNode {
  return derived({ kind: "scalar", start, end, value, style: "plain" });
}

/** A copy that stands at another place, in whole. */
export function moved(node: Node, place: Place): Node {
  const { start, end } = place;
  if (node.kind === "scalar") return derived({ ...node, start, end, style: "plain" });
  if (node.kind === "list") return derived({ ...node, start, end, items: node.items.map(item => moved(item, place)) });
  const entries = node.entries.map(({ key, value }) => ({
    key: keyAt(String(key.value), place),
    value: moved(value, place),
  }));
  return derived({ ...node, start, end, entries });
}

/** The same values as plain JavaScript data, as nodes. */
export function nodeOf(value: unknown, place: Place): Node {
  if (Array.isArray(value))
    return derived({ kind: "list", ...place, flow: false, items: value.map(item => nodeOf(item, place)) });
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).map(([key, item]) => ({
      key: keyAt(key, place),
      value: nodeOf(item, place),
    }));
    return derived({ kind: "map", ...place, flow: false, entries });
  }
  return scalarAt(value as ScalarNode["value"], place);
}

function keyAt(key: string, { start, end }: Place): ScalarNode {
  return derived({ kind: "scalar", start, end, value: key, style: "plain" });
}

export function emptyMap({ start, end }: Place): MapNode {
  return derived({ kind: "map", start, end, flow: false, entries: [] });
}

export function child(node: Node | undefined, key: string | number): Node | undefined {
  if (node?.kind === "map") return entryOf(node, String(key))?.value;
  return node?.kind === "list" && typeof key === "number" ? node.items[key] : undefined;
}

export function at(node: Node | undefined, ...path: (string | number)[]): Node | undefined {
  let found = node;
  for (const key of path) found = child(found, key);
  return found;
}

export function textAt(node: Node | undefined, ...path: (string | number)[]): string | undefined {
  const found = at(node, ...path);
  if (found?.kind !== "scalar" || found.value === null) return undefined;
  return String(found.value);
}

/** A map with one entry set, added (last) or, with undefined, removed. */
export function withEntry(map: MapNode, key: string, value: Node | undefined, place: Place): MapNode {
  const old = entryOf(map, key);
  if (old === undefined) {
    if (value === undefined) return map;
    return { ...map, entries: [...map.entries, { key: keyAt(key, place), value }] };
  }
  if (old.value === value) return map;
  const entries: Entry[] = [];
  for (const entry of map.entries) {
    if (entry !== old) entries.push(entry);
    else if (value !== undefined) entries.push({ ...entry, value });
  }
  return { ...map, entries };
}

export function withItem(list: ListNode, index: number, value: Node | undefined): ListNode {
  const items = list.items.slice();
  if (value === undefined) items.splice(index, 1);
  else items[index] = value;
  return { ...list, items };
}

/** Where a value stands: its own place, or the place given where it has none. */
export function placeIn(node: Node | undefined, fallback: Place): Place {
  return node === undefined || node.end === node.start ? fallback : { start: node.start, end: node.end };
}

/** Changes the value found at a path; `change` sees undefined where there is none, and the place a new one would get. */
export type Change = (value: Node | undefined, place: Place) => Node | undefined;

/**
 * Follows a path of keys down, through every item where a list comes in between, as kustomize's field specs do. Without `create`,
 * what is not there stays away.
 */
export function changeAt(node: Node, path: readonly string[], create: boolean, change: Change, place?: Place): Node {
  const here = place ?? { start: node.start, end: node.start };
  const [key, ...rest] = path;
  if (key === undefined) return change(node, here) ?? node;
  if (node.kind === "list") {
    const items = node.items.map(item => changeAt(item, path, create, change, here));
    return items.every((item, index) => item === node.items[index]) ? node : { ...node, items };
  }
  if (node.kind !== "map") return node;
  const name = key.endsWith("[]") ? key.slice(0, -2) : key;
  const entry = entryOf(node, name);
  const below: Place = entry === undefined ? here : { start: entry.key.start, end: entry.key.end };
  const value = entry?.value.kind === "scalar" && entry.value.value === null ? undefined : entry?.value;
  if (rest.length === 0) {
    if (value === undefined && !create) return node;
    return withEntry(node, name, change(value, below), below);
  }
  if (value === undefined && (!create || key.endsWith("[]"))) return node;
  return withEntry(node, name, changeAt(value ?? emptyMap(below), rest, create, change, below), below);
}

/** Sets a scalar, at the place of the one it replaces. */
export function setScalar(node: Node, path: readonly string[], value: ScalarNode["value"], create = true): Node {
  return changeAt(node, path, create, (old, place) =>
    old?.kind === "scalar" && old.value === value ? old : scalarAt(value, placeIn(old, place)),
  );
}
