// Says that a key is no field of its map: known in another version, misspelt, or in the wrong place.

import { type Fix, formatPath, type Path, type Problem } from "../diagnostic.ts";
import type { Field } from "../field.ts";
import { placeOfKey } from "../place.ts";
import { entryOf, type MapNode } from "../yaml/node.ts";
import { consequence, isProbeMatter } from "./consequence.ts";
import { placeName, quote } from "./phrase.ts";
import { type Level, misspelt, placeFor } from "./suggest.ts";
import { type MinorRange, structOf } from "./tables.ts";
import { allKinds } from "./versions.ts";

export interface Unknown {
  readonly field: Field;
  readonly key: string;
  /** The map that holds the key, and all maps around it, the outermost first. */
  readonly level: Level;
  readonly levels: readonly Level[];
  /** The versions that know the key, where some do. */
  readonly minors: MinorRange | undefined;
  readonly minor: number;
  readonly map: MapNode;
  /** The server does not look for unknown fields here and loses them. */
  readonly lenient: boolean;
}

interface Finding {
  readonly problem: Problem;
  /** The path of the field that was meant, where it is a field of the same map. */
  readonly meant?: Path;
}

export function unknownField(unknown: Unknown, root: Field): Finding {
  const { key, level, minors, minor } = unknown;
  const where = placeName(level.type, level.path);
  if (minors !== undefined) {
    const message = `${quote(key)} is a field of ${where} ${minors.describe()}, not in Kubernetes 1.${minor}`;
    return { problem: problem(unknown, "unknown-field", message, consequence(undefined), []) };
  }
  const fields = [...structOf(level.type)]
    .filter(([, field]) => field.minors?.has(minor) ?? true)
    .map(([name]) => name);
  const near = misspelt(key, fields);
  if (near?.certain === true) return misspelling(unknown, near, where);
  const place = placeFor(key, unknown.levels, path => root.get(...path).items().length === 1);
  if (place !== undefined) return misplaced(unknown, place, where, root);
  if (near !== undefined) return misspelling(unknown, near, where);
  const other = versionWith(key, level, root);
  const hint = other === undefined ? "" : `; ${other} has it`;
  const message = `unknown field ${quote(key)} in ${where}${hint}`;
  return { problem: problem(unknown, "unknown-field", message, helpFor(unknown), []) };
}

/** Another version of the same kind whose map of this name has the field: `metrics` of autoscaling/v1 is one of autoscaling/v2. */
function versionWith(key: string, { type, path }: Level, root: Field): string | undefined {
  if (path[0] !== "spec") return undefined;
  const plain = type.replace(/V\d.*$/, "");
  const kind = root.get("kind").scalar;
  const versions = allKinds().filter(other => other.kind === kind && !other.offByDefault && other.minors === undefined);
  return versions.find(({ apiVersion }) => {
    const version = apiVersion.slice(apiVersion.indexOf("/") + 1);
    return structOf(version === "v1" ? plain : `${plain}V${version.slice(1)}`).has(key);
  })?.apiVersion;
}

function helpFor({ key, level, map }: Unknown): string {
  const value = entryOf(map, key)?.value;
  if (level.type === "IngressSpec" && /selector$/i.test(key))
    return "an Ingress routes to Services by name; what traffic reaches is decided by the selector of the Service";
  if (key.startsWith("$")) return "kustomize understands it in a patch; the API server does not";
  if (level.type === "EnvVar" && map.entries.length === 1 && value?.kind === "scalar")
    return `write the name and the value: {name: ${key}, value: ${quote(String(value.value))}}`;
  return consequence(undefined);
}

function misspelling(unknown: Unknown, near: { name: string; certain: boolean }, where: string): Finding {
  const { key, level, map } = unknown;
  const { name } = near;
  const isTaken = entryOf(map, name) !== undefined;
  const isProbe = isProbeMatter(name, level.type);
  const message = `unknown field ${quote(key)} in ${where}; did you mean "${name}"?`;
  const fixes = isTaken ? [] : renameKey(unknown, name, near.certain ? "safe" : "unsafe");
  const help = isTaken ? `"${name}" is set as well` : consequence(name);
  return {
    problem: problem(unknown, isProbe ? "probe-misspelled" : "unknown-field", message, help, fixes),
    ...(isTaken ? {} : { meant: [...level.path, name] }),
  };
}

function misplaced(unknown: Unknown, place: Path, where: string, root: Field): Finding {
  const { key, level } = unknown;
  const message = `${quote(key)} is not a field of ${where}; it belongs to ${formatPath(place)}`;
  const found = problem(unknown, "misplaced-field", message, consequence(key), []);
  // A selector whose labels stand one level too high is empty to the server.
  const missing = level.type === "LabelSelector" ? level.path : place;
  const isAbsent = level.type === "LabelSelector" || !root.get(...place).exists;
  return { problem: found, ...(isAbsent ? { meant: missing } : {}) };
}

function problem(
  { field, lenient }: Unknown,
  ruleId: string,
  message: string,
  help: string,
  fixes: readonly Fix[],
): Problem {
  return {
    ruleId,
    severity: lenient ? "warning" : "error",
    message,
    help: lenient ? "the server does not look here for unknown fields and loses it silently" : help,
    server: lenient ? "drops" : "rejects",
    path: field.path,
    ...placeOfKey(field),
    ...(fixes.length === 0 ? {} : { fixes }),
  };
}

/** Other text for the key; a quoted key stays quoted. */
function renameKey({ field }: Unknown, name: string, safety: Fix["safety"]): Fix[] {
  const entry = field.entry;
  if (entry === undefined || entry.at !== undefined) return [];
  const { start, end, style } = entry.key;
  const mark = style === "double" ? '"' : style === "single" ? "'" : "";
  return [{ title: `rename it to ${name}`, safety, edits: [{ start, end, text: `${mark}${name}${mark}` }] }];
}
