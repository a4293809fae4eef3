// Strategic merge, as kustomize does it (kyaml/yaml/merge2): maps key by key, lists of built-in kinds item by item where they have a
// merge key, all else replaced.

import { entryOf, type ListNode, type MapNode, type Node } from "../../yaml/node.ts";
import { child, moved, type Place, placeIn, textAt, withEntry } from "./edit.ts";

/** Merge keys of lists in built-in kinds, by the list's field and the field above it where a name has several meanings. */
const MERGE_KEYS: Readonly<Record<string, readonly string[]>> = {
  containers: ["name"],
  initContainers: ["name"],
  ephemeralContainers: ["name"],
  volumes: ["name"],
  env: ["name"],
  volumeMounts: ["mountPath"],
  volumeDevices: ["devicePath"],
  imagePullSecrets: ["name"],
  hostAliases: ["ip"],
  topologySpreadConstraints: ["topologyKey", "whenUnsatisfiable"],
  resourceClaims: ["name"],
  schedulingGates: ["name"],
  ownerReferences: ["uid"],
  secrets: ["name"],
  webhooks: ["name"],
  conditions: ["type"],
  addresses: ["type"],
  taints: ["key", "effect"],
  matchConditions: ["name"],
};

/** `ports` of containers and of Services have keys of their own; protocols are TCP where they are not written. */
const PORT_KEYS: Readonly<Record<string, readonly string[]>> = {
  container: ["containerPort", "protocol"],
  Service: ["port", "protocol"],
};

/** Lists of plain values that are merged as sets. */
const SETS = new Set(["finalizers"]);

/** undefined: the patch deletes the whole. */
export function strategicMerge(target: Node, patch: Node, kind: string | undefined): Node | undefined {
  return merge(target, patch, { kind, key: "", place: { start: target.start, end: target.start } });
}

interface Position {
  /** The built-in kind; undefined for custom resources, whose lists have no known keys. */
  readonly kind: string | undefined;
  /** The field that holds the value. */
  readonly key: string;
  readonly parent?: string;
  readonly place: Place;
}

function merge(target: Node | undefined, patch: Node, position: Position): Node | undefined {
  const directive = textAt(patch, "$patch");
  if (directive === "delete") return undefined;
  if (patch.kind === "map" && (directive === "replace" || target?.kind !== "map")) {
    return clean(moved(patch, placeIn(target?.kind === "scalar" ? target : undefined, position.place)) as MapNode);
  }
  if (patch.kind === "map" && target?.kind === "map") return mergeMaps(target, patch, position);
  if (patch.kind === "list" && target?.kind === "list") {
    const keys = keysOf(position, patch);
    if (keys !== undefined) return mergeLists(target, patch, keys, position);
    if (position.kind !== undefined && SETS.has(position.key)) return union(target, patch);
  }
  const replacing = target?.kind === "scalar" ? placeIn(target, position.place) : position.place;
  if (patch.kind === "scalar" && target?.kind === "scalar" && patch.value === target.value) return target;
  return cleanNode(moved(patch, replacing));
}

function mergeMaps(target: MapNode, patch: MapNode, position: Position): MapNode {
  let result = target;
  for (const { key, value } of patch.entries) {
    const name = String(key.value);
    if (name.startsWith("$")) continue;
    const old = entryOf(result, name);
    const place = old === undefined ? position.place : { start: old.key.start, end: old.key.end };
    const isNull = value.kind === "scalar" && value.value === null;
    const below = { kind: position.kind, key: name, parent: position.key, place };
    result = withEntry(result, name, isNull ? undefined : merge(old?.value, value, below), place);
  }
  return result;
}

function keysOf({ kind, key, parent }: Position, patch: ListNode): readonly string[] | undefined {
  if (kind === undefined || patch.items.some(item => item.kind !== "map")) return undefined;
  if (key !== "ports") return Object.hasOwn(MERGE_KEYS, key) ? MERGE_KEYS[key] : undefined;
  return parent?.toLowerCase().endsWith("containers") ? PORT_KEYS.container : PORT_KEYS[kind];
}

function mergeLists(target: ListNode, patch: ListNode, keys: readonly string[], position: Position): ListNode {
  const given = patch.items.filter(item => textAt(item, "$patch") !== "replace" || keys.some(key => child(item, key)));
  if (given.length < patch.items.length)
    return { ...target, items: given.map(item => cleanNode(moved(item, position.place))) };
  const used = keys.filter(key => [...target.items, ...given].some(item => textAt(item, key) !== undefined));
  const below = { kind: position.kind, key: position.key, parent: position.key, place: position.place };
  const join = (old: Node | undefined, item: Node) => merge(old, item, below);
  const items =
    used.length < 2
      ? mergeByKey(target.items, given, used[0] ?? "", join)
      : mergeByKeys(target.items, given, used, join);
  return { ...target, items };
}

type Join = (old: Node | undefined, item: Node) => Node | undefined;

/** kyaml/yaml/walk: the items of the patch first, in its order, then what was there besides (MergeOptionsListPrepend). */
function mergeByKey(target: readonly Node[], patch: readonly Node[], key: string, join: Join): Node[] {
  const byName = new Map(target.map(item => [textAt(item, key), item]));
  const seen = new Set<string | undefined>();
  const items: (Node | undefined)[] = [];
  for (const item of patch) {
    const name = textAt(item, key);
    if (!seen.has(name)) items.push(join(byName.get(name), item));
    seen.add(name);
  }
  const rest = target.filter(item => !seen.has(textAt(item, key)));
  return [...items.filter(item => item !== undefined), ...rest];
}

/**
 * With two keys in use (port and protocol), items keep their places and new ones come first. An item that lacks a key which its
 * counterpart has is neither merged nor added: kustomize loses it.
 */
function mergeByKeys(target: readonly Node[], patch: readonly Node[], keys: readonly string[], join: Join): Node[] {
  const items: (Node | undefined)[] = [...target];
  const places = new Map<string, number[]>();
  target.forEach((item, index) => {
    const first = textAt(item, keys[0] ?? "") ?? "";
    places.set(first, [...(places.get(first) ?? []), index]);
  });
  const added: Node[] = [];
  for (const item of patch) {
    const alike = (places.get(textAt(item, keys[0] ?? "") ?? "") ?? []).filter(index =>
      agree(target[index], item, keys),
    );
    const exact = alike.find(index => keys.every(key => textAt(target[index], key) === textAt(item, key)));
    const isWhole = keys.every(key => textAt(item, key) !== undefined);
    if (alike.length === 0) {
      const merged = join(undefined, item);
      if (merged !== undefined) added.push(merged);
    } else if (exact !== undefined && (isWhole || alike.length === 1)) items[exact] = join(target[exact], item);
  }
  return [...added, ...items.filter(item => item !== undefined)];
}

/** Equal in every key that both have. */
function agree(a: Node | undefined, b: Node, keys: readonly string[]): boolean {
  return keys.every(key => {
    const [left, right] = [textAt(a, key), textAt(b, key)];
    return left === undefined || right === undefined || left === right;
  });
}

function union(target: ListNode, patch: ListNode): ListNode {
  const there = new Set(target.items.map(item => textAt(item)));
  const added = patch.items.filter(item => !there.has(textAt(item)));
  return { ...target, items: [...target.items, ...added.map(item => moved(item, target))] };
}

/** Directives and nulls are instructions, not content. */
function cleanNode(node: Node): Node {
  if (node.kind === "map") return clean(node);
  if (node.kind !== "list") return node;
  const items = node.items.filter(item => textAt(item, "$patch") !== "delete").map(cleanNode);
  return { ...node, items };
}

function clean(map: MapNode): MapNode {
  const entries = map.entries
    .filter(
      ({ key, value }) => !String(key.value).startsWith("$") && !(value.kind === "scalar" && value.value === null),
    )
    .filter(({ value }) => textAt(value, "$patch") !== "delete")
    .map(entry => ({ ...entry, value: cleanNode(entry.value) }));
  return { ...map, entries };
}
