// `vars` (deprecated, still built): `$(NAME)` stands for a field of some object (api/internal/accumulator: ResolveVars).

import type { Node } from "../../yaml/node.ts";
import { at, changeAt, scalarAt, textAt } from "./edit.ts";
import type { Item } from "./item.ts";

/** Paths below a pod spec where variables are read. */
const IN_PODS = ["containers", "initContainers"].flatMap(list => [
  [list, "args"],
  [list, "command"],
  [list, "env", "value"],
]);
const POD_SPECS = [["spec"], ["spec", "template", "spec"], ["spec", "jobTemplate", "spec", "template", "spec"]];
const PATHS: readonly (readonly string[])[] = [
  ["metadata", "labels"],
  ["metadata", "annotations"],
  ["spec", "template", "metadata", "annotations"],
  ["spec", "rules", "host"],
  ["spec", "tls", "hosts"],
  ...POD_SPECS.flatMap(spec => IN_PODS.map(path => [...spec, ...path])),
];

/** Applies the variables; returns those whose object is not there. */
export function resolveVars(items: readonly Item[], vars: readonly Node[]): string[] {
  const values = new Map<string, string>();
  const missing: string[] = [];
  for (const entry of vars) {
    const name = textAt(entry, "name") ?? "";
    const value = varValue(items, entry);
    if (value === undefined) missing.push(name);
    else values.set(name, value);
  }
  if (values.size === 0) return missing;
  for (const item of items)
    for (const path of PATHS) item.node = changeAt(item.node, path, false, node => node && expanded(node, values));
  return missing;
}

function varValue(items: readonly Item[], entry: Node): string | undefined {
  const reference = at(entry, "objref");
  const [kind, name, apiVersion] = ["kind", "name", "apiVersion"].map(key => textAt(reference, key));
  const found = items.find(
    item =>
      item.id.kind === kind &&
      (apiVersion === undefined || textAt(item.node, "apiVersion") === apiVersion) &&
      item.ids.some(id => id.name === name),
  );
  const path = textAt(entry, "fieldref", "fieldPath") ?? textAt(entry, "fieldref", "fieldpath") ?? "metadata.name";
  return found === undefined ? undefined : textAt(found.node, ...path.split("."));
}

function expanded(node: Node, values: ReadonlyMap<string, string>): Node {
  if (node.kind === "list") return { ...node, items: node.items.map(item => expanded(item, values)) };
  if (node.kind === "map")
    return { ...node, entries: node.entries.map(entry => ({ ...entry, value: expanded(entry.value, values) })) };
  if (typeof node.value !== "string" || !node.value.includes("$(")) return node;
  const text = node.value.replace(/\$\(([\w.-]+)\)/g, (whole, name: string) => values.get(name) ?? whole);
  return text === node.value ? node : scalarAt(text, node);
}
