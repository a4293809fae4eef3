// The object as a rule sees it: decoded, defaulted, and encoded again as Go's types do, without zero values
// (runtime.DefaultUnstructuredConverter over the types of k8s.io/api).

import type { Field } from "../field.ts";
import { type FieldType, structOf, type Type } from "../schema/tables.ts";
import type { Kind } from "../schema/versions.ts";
import { type Node, type ScalarNode, toValue } from "../yaml/node.ts";
import { DEFAULTS, type Json, type JsonObject, type Situation } from "./defaults.ts";
import { isAlwaysThere, isPointer } from "./go-types.ts";
import { canonicalQuantity } from "./quantity-text.ts";

/** The version of Kubernetes whose admission is followed. */
const MINOR = 35;

export function defaultedObject(root: Field, kind: Kind, namespace: string, minor: number = MINOR): JsonObject {
  const situation: Situation = { kind: kind.kind, group: kind.group, minor };
  const object = struct(root.node, kind.type, situation);
  object.apiVersion = kind.apiVersion;
  object.kind = kind.kind;
  object.metadata = completed(asObject(object.metadata), kind, namespace);
  DEFAULTS.get(`${kind.group}/${kind.kind}`)?.(object, situation);
  // The server alone writes a status, which every kind has as a struct (rest.RESTCreateStrategy PrepareForCreate).
  const status = structOf(kind.type).get("status");
  if (status?.type.kind === "struct" && status.minors?.has(minor) !== false) {
    const given = asObject(struct(undefined, status.type.name, situation));
    object.status = { ...given, ...(kind.kind === "Namespace" ? { phase: "Active" } : phaseOf(kind)) };
  }
  return withoutZeros(object, kind.type);
}

/** Kinds whose defaults write into the metadata. */
const FILLED_METADATA = new Set(["/Namespace", "/ReplicationController", "apps/DaemonSet", "batch/Job"]);

/** The metadata of that object alone, which is all that many rules ask for: defaulting a whole object is most of a rule's cost. */
export function defaultedMetadata(root: Field, kind: Kind, namespace: string, minor: number): JsonObject {
  const type = structOf(kind.type).get("metadata")?.type;
  if (type?.kind !== "struct" || FILLED_METADATA.has(`${kind.group}/${kind.kind}`))
    return asObject(defaultedObject(root, kind, namespace, minor).metadata);
  const given = struct(root.get("metadata").node, type.name, { kind: kind.kind, group: kind.group, minor });
  return withoutZeros(completed(given, kind, namespace), type.name);
}

/** Name and namespace as the server has them before policies are asked (rest.BeforeCreate). */
function completed(metadata: JsonObject, kind: Kind, namespace: string): JsonObject {
  if (kind.namespaced && !metadata.namespace) metadata.namespace = namespace;
  if (!kind.namespaced) delete metadata.namespace;
  if (!metadata.name && metadata.generateName) metadata.name = `${metadata.generateName}xxxxx`;
  return metadata;
}

function phaseOf({ kind }: Kind): JsonObject {
  return ["Pod", "PersistentVolumeClaim", "PersistentVolume"].includes(kind) ? { phase: "Pending" } : {};
}

export function asObject(value: Json | undefined): JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
}

function struct(node: Node | undefined, name: string, situation: Situation): JsonObject {
  const result: JsonObject = {};
  const fields = structOf(name);
  for (const { key, value: given } of node?.kind === "map" ? node.entries : []) {
    const field = fields.get(String(key.value));
    if (field === undefined || isNull(given) || field.minors?.has(situation.minor) === false) continue;
    const value = encode(given, field.type, situation);
    if (value !== undefined) result[String(key.value)] = value;
  }
  for (const [key, type] of structsAlwaysIn(name))
    if (result[key] === undefined) result[key] = struct(undefined, type, situation);
  DEFAULTS.get(name)?.(result, situation);
  return result;
}

function isNull(node: Node): boolean {
  return node.kind === "scalar" && node.value === null;
}

const always = new Map<string, readonly (readonly [string, string])[]>();

/** Structs that are no pointers are there even if nobody wrote them, with what defaulting gives them. */
function structsAlwaysIn(owner: string): readonly (readonly [string, string])[] {
  let found = always.get(owner);
  if (found === undefined) {
    found = [...structOf(owner)].flatMap(([key, { type }]) =>
      type.kind === "struct" && isAlwaysThere(owner, key) ? [[key, type.name] as const] : [],
    );
    always.set(owner, found);
  }
  return found;
}

function encode(node: Node, type: Type, situation: Situation): Json | undefined {
  if (type.kind === "struct") return node.kind === "map" ? struct(node, type.name, situation) : undefined;
  if (type.kind === "list")
    return node.kind === "list" ? node.items.map(item => encode(item, type.of, situation) ?? null) : undefined;
  if (type.kind === "scalar") return scalar(node, type.scalar);
  if (node.kind !== "map") return undefined;
  const entries = node.entries.map(({ key, value }): [string, Json] => [
    String(key.value),
    encode(value, type.of, situation) ?? (type.of.kind === "scalar" ? "" : {}),
  ]);
  return Object.fromEntries(entries);
}

function scalar(node: Node, type: string): Json | undefined {
  if (type === "any" || node.kind !== "scalar") return toValue(node) as Json;
  if (node.value === null) return undefined;
  if (type === "quantity") return canonicalQuantity(numberText(node));
  return node.value;
}

function numberText(node: ScalarNode): string {
  return typeof node.value === "number" ? (node.json ?? String(node.value)) : String(node.value);
}

const ZEROS: readonly unknown[] = [false, 0, "", null];

/** Leaves out what Go's `omitempty` leaves out, and writes the zeros of a status's fields without it. */
function withoutZeros(object: JsonObject, name: string): JsonObject {
  const result: JsonObject = {};
  const fields = structOf(name);
  for (const [key, value] of Object.entries(object)) {
    const field = fields.get(key);
    if (field === undefined) continue;
    const kept = clean(value, field.type);
    if (!isZero(kept, field) || keepsZero(name, key, field)) result[key] = kept;
  }
  if (name.endsWith("Status"))
    for (const [key, field] of fields) if (result[key] === undefined) addZero(result, key, field);
  return result;
}

function addZero(object: JsonObject, key: string, { required, type }: FieldType): void {
  if (!required || type.kind !== "scalar") return;
  if (type.scalar === "boolean") object[key] = false;
  if (type.scalar === "int32" || type.scalar === "int64") object[key] = 0;
}

function clean(value: Json, type: Type): Json {
  if (type.kind === "struct") return withoutZeros(asObject(value), type.name);
  if (type.kind === "list" && Array.isArray(value)) return value.map(item => clean(item, type.of));
  if (type.kind === "map")
    return Object.fromEntries(Object.entries(asObject(value)).map(([key, item]) => [key, clean(item, type.of)]));
  return value;
}

function isZero(value: Json, { type }: FieldType): boolean {
  if (type.kind === "list") return Array.isArray(value) && value.length === 0;
  if (type.kind === "map") return Object.keys(asObject(value)).length === 0;
  return type.kind === "scalar" && type.scalar !== "any" && ZEROS.includes(value);
}

function keepsZero(owner: string, key: string, { type, required }: FieldType): boolean {
  if (type.kind === "scalar" && (type.scalar === "int-or-string" || type.scalar === "quantity")) return true;
  return required || isPointer(owner, key);
}

/** The labels of an object, for selectors. */
export function labelsIn(object: JsonObject): Map<string, string> {
  const labels = asObject(asObject(object.metadata).labels);
  return new Map(Object.entries(labels).map(([key, value]) => [key, String(value)]));
}
