// `replacements`: a value of one object written into fields of others (api/filters/replacement).

import { entryOf, type Node } from "../../yaml/node.ts";
import { child, moved, type Place, placeIn, scalarAt, textAt, withEntry, withItem } from "./edit.ts";
import { items as nodes, texts } from "./field-specs.ts";
import type { Item } from "./item.ts";
import { targetTest } from "./selector.ts";

/** Applies one replacement; a phrase when its source or a field is not there. */
export function replace(items: readonly Item[], replacement: Node): string | undefined {
  const source = child(replacement, "source");
  const value = source === undefined ? undefined : sourceValue(items, source);
  if (typeof value === "string" || value === undefined) return value ?? "a replacement needs a source";
  for (const target of nodes(child(replacement, "targets"))) {
    const select = child(target, "select");
    if (select === undefined) continue;
    const chosen = targetTest(select);
    const rejected = nodes(child(target, "reject")).map(targetTest);
    const paths = texts(child(target, "fieldPaths"));
    const options = child(target, "options");
    for (const item of items.filter(candidate => chosen(candidate) && !rejected.some(test => test(candidate)))) {
      const before = item.id.name;
      for (const path of paths.length === 0 ? ["metadata.name"] : paths) {
        const steps = stepsOf(path);
        if (steps.join(".") === "metadata.name" && item.previous.at(-1)?.name !== before) item.remember();
        const result = write(item.node, steps, value, options, item.node);
        if (result === undefined) return `there is no field ${path} in ${item.id.kind} "${before}"`;
        item.node = result;
      }
    }
  }
  return undefined;
}

function sourceValue(items: readonly Item[], source: Node): Node | string {
  const test = targetTest(source);
  const found = items.filter(test);
  const [only] = found;
  if (only === undefined || found.length > 1)
    return only === undefined ? "nothing matches the source of a replacement" : "several objects match the source";
  const value = read(only.node, stepsOf(textAt(source, "fieldPath") ?? "metadata.name"));
  if (value === undefined) return `the source has no field ${textAt(source, "fieldPath") ?? "metadata.name"}`;
  const delimiter = textAt(source, "options", "delimiter");
  if (delimiter === undefined || value.kind !== "scalar") return value;
  const part = String(value.value).split(delimiter)[Number(textAt(source, "options", "index") ?? 0)];
  return part === undefined ? "the source has fewer parts" : scalarAt(part, value);
}

/** `a.b.[name=x].c`, `a.[x.y/z]`, `a.0.b`, `a.*.b`; "\." is no separator. */
function stepsOf(path: string): string[] {
  const steps: string[] = [];
  let step = "";
  let depth = 0;
  for (let index = 0; index < path.length; index++) {
    const character = path[index] ?? "";
    if (character === "\\" && path[index + 1] === ".") step += path[++index];
    else if (character === "." && depth === 0) {
      steps.push(step);
      step = "";
    } else {
      if (character === "[") depth++;
      if (character === "]") depth--;
      step += character;
    }
  }
  steps.push(step);
  return steps.filter(part => part !== "");
}

function read(node: Node, steps: readonly string[]): Node | undefined {
  let found: Node | undefined = node;
  for (const step of steps) {
    if (found?.kind === "list") found = found.items[indexIn(found.items, step) ?? -1];
    else found = child(found, bare(step));
  }
  return found;
}

function bare(step: string): string {
  return step.startsWith("[") && step.endsWith("]") ? step.slice(1, -1) : step;
}

function indexIn(items: readonly Node[], step: string): number | undefined {
  if (/^\d+$/.test(step)) return Number(step);
  const match = /^\[([^=\]]+)=(.*)\]$/.exec(step);
  if (match === null) return undefined;
  const index = items.findIndex(item => textAt(item, match[1] ?? "") === match[2]);
  return index < 0 ? undefined : index;
}

/** undefined: the field is not there, and may not be created. */
function write(
  node: Node,
  steps: readonly string[],
  value: Node,
  options: Node | undefined,
  place: Place,
): Node | undefined {
  const [step, ...rest] = steps;
  if (step === undefined) return written(node, value, options, place);
  if (node.kind === "list") return writeItems(node, step, rest, value, options, place);
  const create = textAt(options, "create") === "true";
  if (node.kind !== "map") return undefined;
  const key = bare(step);
  const entry = entryOf(node, key);
  if (entry === undefined && !create) return undefined;
  const below: Place = entry === undefined ? { start: place.start, end: place.start } : entry.key;
  const empty: Node = { kind: "map", start: below.start, end: below.start, flow: false, entries: [] };
  const changed = write(entry?.value ?? empty, rest, value, options, below);
  return changed === undefined ? undefined : withEntry(node, key, changed, below);
}

function writeItems(
  node: Node & { kind: "list" },
  step: string,
  rest: readonly string[],
  value: Node,
  options: Node | undefined,
  place: Place,
): Node | undefined {
  if (step === "*") {
    const items = node.items.map(item => write(item, rest, value, options, place));
    return items.includes(undefined) ? undefined : { ...node, items: items.filter(item => item !== undefined) };
  }
  const index = indexIn(node.items, step);
  const old = index === undefined ? undefined : node.items[index];
  if (index === undefined || old === undefined) return undefined;
  const changed = write(old, rest, value, options, place);
  return changed === undefined ? undefined : withItem(node, index, changed);
}

function written(old: Node, value: Node, options: Node | undefined, place: Place): Node {
  const delimiter = textAt(options, "delimiter");
  const spot = placeIn(old.kind === "scalar" ? old : undefined, place);
  if (delimiter === undefined || old.kind !== "scalar" || value.kind !== "scalar") return moved(value, spot);
  const parts = String(old.value).split(delimiter);
  const index = Number(textAt(options, "index") ?? 0);
  if (index < 0) parts.unshift(String(value.value));
  else if (index >= parts.length) parts.push(String(value.value));
  else parts[index] = String(value.value);
  return scalarAt(parts.join(delimiter), spot);
}
