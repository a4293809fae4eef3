// ConfigMaps and Secrets that a kustomization makes, with the hashes in their names (api/hasher, api/internal/generators).

import { sha256 } from "../../digest.ts";
import type { Node } from "../../yaml/node.ts";
import { at, child, nodeOf, type Place, textAt } from "./edit.ts";
import { pairsOf, texts } from "./field-specs.ts";
import type { KustomizeFiles } from "./files.ts";
import { Item } from "./item.ts";
import { isWithin, resolvePath } from "./paths.ts";

export type Behavior = "create" | "replace" | "merge";

export interface Generated {
  readonly item: Item;
  readonly behavior: Behavior;
}

/** Reads one entry of configMapGenerator or secretGenerator. Errors are phrases. */
export function generate(
  kind: "ConfigMap" | "Secret",
  entry: Node,
  options: Node | undefined,
  { directory, file, files }: { directory: string; file: string; files: KustomizeFiles },
): Generated | string {
  const data = new Map<string, string>();
  const read = (path: string) => {
    const resolved = resolvePath(directory, path);
    return resolved === undefined || !isWithin(resolved, directory) ? undefined : files.text(resolved);
  };
  for (const source of texts(child(entry, "files"))) {
    const equals = source.indexOf("=");
    const path = equals < 0 ? source : source.slice(equals + 1);
    const text = read(path);
    if (text === undefined && isKnown(path, files)) return `"${path}" does not exist`;
    data.set(equals < 0 ? (path.split("/").at(-1) ?? path) : source.slice(0, equals), text ?? "");
  }
  const lines: string[] = [];
  for (const path of [...texts(child(entry, "envs")), textAt(entry, "env")].filter(path => path !== undefined)) {
    const text = read(path);
    if (text === undefined && isKnown(path, files)) return `"${path}" does not exist`;
    // Of a file that was not read the keys are unknown: text that a tool fills in later says just that.
    lines.push(...(text ?? `\${${path}}`).split(/\r?\n/));
  }
  for (const line of lines) addLine(data, line);
  for (const literal of texts(child(entry, "literals"))) {
    const equals = literal.indexOf("=");
    if (equals < 1) return `"${literal}" is no key=value`;
    data.set(literal.slice(0, equals), unquoted(literal.slice(equals + 1)));
  }
  const place: Place = { start: 0, end: 0 };
  const item = new Item(nodeOf(objectOf(kind, entry, options, data), place), undefined, file);
  item.needsHash =
    !isTrue(options, "disableNameSuffixHash") && !isTrue(child(entry, "options"), "disableNameSuffixHash");
  const behavior = textAt(entry, "behavior");
  return { item, behavior: behavior === "merge" || behavior === "replace" ? behavior : "create" };
}

function isKnown(path: string, files: KustomizeFiles): boolean {
  return files.areAll || /\.(ya?ml|json)$/.test(path);
}

function isTrue(options: Node | undefined, key: string): boolean {
  return textAt(options, key) === "true";
}

/** A line of an env file: comments and blank lines fall away; a name alone takes its value from the environment, which is empty here. */
function addLine(data: Map<string, string>, line: string): void {
  const text = line.trimStart();
  if (text === "" || text.startsWith("#")) return;
  const equals = text.indexOf("=");
  if (equals < 0) data.set(text, "");
  else data.set(text.slice(0, equals), text.slice(equals + 1));
}

function unquoted(value: string): string {
  const quote = value[0];
  return value.length > 1 && (quote === '"' || quote === "'") && value.endsWith(quote) ? value.slice(1, -1) : value;
}

function objectOf(
  kind: "ConfigMap" | "Secret",
  entry: Node,
  options: Node | undefined,
  data: ReadonlyMap<string, string>,
): Record<string, unknown> {
  const own = child(entry, "options");
  const merged = (key: string) => {
    const pairs = new Map([...pairsOf(child(options, key)), ...pairsOf(child(own, key))]);
    return pairs.size === 0 ? {} : { [key]: Object.fromEntries(pairs) };
  };
  const namespace = textAt(entry, "namespace");
  const encode = (text: string) => (kind === "Secret" ? Buffer.from(text, "utf8").toString("base64") : text);
  const sorted = [...data].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, value]) => [key, encode(value)]);
  return {
    apiVersion: "v1",
    kind,
    metadata: {
      name: textAt(entry, "name") ?? "",
      ...(namespace === undefined ? {} : { namespace }),
      ...merged("labels"),
      ...merged("annotations"),
    },
    ...(isTrue(own, "immutable") || isTrue(options, "immutable") ? { immutable: true } : {}),
    ...(kind === "Secret" ? { type: textAt(entry, "type") ?? "Opaque" } : {}),
    ...(sorted.length === 0 ? {} : { data: Object.fromEntries(sorted) }),
  };
}

/**
 * The ten letters at the end of a generated name: a SHA-256 of the object's JSON, without letters that make words. The name in that
 * JSON is always empty (api/hasher looks it up where it does not stand), so that equal data have equal hashes.
 */
export function hashOf(node: Node): string | undefined {
  const kind = textAt(node, "kind");
  const values: Record<string, unknown> = {
    data: pairsOrEmpty(child(node, "data")),
    kind,
    name: "",
  };
  if (kind === "Secret") {
    values.type = textAt(node, "type") ?? "";
    if (child(node, "stringData")?.kind === "map") values.stringData = pairsOrEmpty(child(node, "stringData"));
  } else if (kind === "ConfigMap") {
    if (child(node, "binaryData")?.kind === "map") values.binaryData = pairsOrEmpty(child(node, "binaryData"));
  } else return undefined;
  const json = goJson(values);
  const hex = sha256(json).slice(0, 10);
  return hex.replaceAll("0", "g").replaceAll("1", "h").replaceAll("3", "k").replaceAll("a", "m").replaceAll("e", "t");
}

function pairsOrEmpty(node: Node | undefined): Record<string, string> | string {
  return node === undefined || at(node)?.kind !== "map" ? "" : Object.fromEntries(pairsOf(node));
}

/** encoding/json: keys sorted, `<`, `>`, `&` and the line separators escaped. */
function goJson(value: unknown): string {
  if (typeof value !== "object" || value === null) {
    return JSON.stringify(value).replace(
      /[<>&\u2028\u2029]/g,
      character => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
    );
  }
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${entries.map(([key, item]) => `${goJson(key)}:${goJson(item)}`).join(",")}}`;
}
