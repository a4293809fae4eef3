// Lists of type set and map: no item, and no combination of keys, may come twice (apiserver/schema/listtype).

import { entryOf, type ListNode, type MapNode, type Node } from "../../yaml/node.ts";
import type { Fault } from "./fault.ts";
import { canonical, isNull, jsonType } from "./json.ts";
import type { Special } from "./prepare.ts";

export function checkUnique({ path, serverField, node, schema }: Special): Fault[] {
  if (node.kind !== "list") return [];
  const faults: Fault[] = [];
  const keys = schema.listType === "set" ? node.items.map(textOf) : keysOf(node, schema.listKeys);
  if (typeof keys === "number") {
    const item = node.items[keys] as Node;
    const message = "an item of a list with keys must be a map";
    const server = `${serverField}[${keys}]`;
    return [
      { code: "said", path: [...path, keys], serverField: server, node: item, schema, message, ruleId: "invalid-type" },
    ];
  }
  const seen = new Map<string, number>();
  keys.forEach((key, index) => {
    const times = seen.get(key) ?? 0;
    seen.set(key, times + 1);
    // The server names the first repetition alone.
    if (times !== 1) return;
    const place = { path: [...path, index], serverField: `${serverField}[${index}]` };
    faults.push({ code: "duplicate", ...place, node: node.items[index] as Node, schema });
  });
  return faults;
}

function textOf(node: Node): string {
  return `${jsonType(node)} ${canonical(node)}`;
}

/** The keys of each item as one text; the number of an item that is no map. */
function keysOf(node: ListNode, names: readonly string[]): string[] | number {
  const wrong = node.items.findIndex(item => item.kind !== "map" && !isNull(item));
  if (wrong >= 0) return wrong;
  return node.items.map(item => {
    // A null has none of the keys.
    return names.map(name => (item.kind === "map" ? keyText(item, name) : "")).join("\u0000");
  });
}

function keyText(item: MapNode, name: string): string {
  const value = entryOf(item, name)?.value;
  return value === undefined ? "" : textOf(value);
}
