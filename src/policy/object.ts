// The object as a rule sees it: decoded, defaulted, and encoded again as Go's types do, without zero values
// (runtime.DefaultUnstructuredConverter over the types of k8s.io/api).

import type { Field } from "../field.ts";
import { type FieldType, structOf, type Type } from "../schema/tables.ts";
import type { Kind } from "../schema/versions.ts";
import { entryOf, type Node, type ScalarNode, toValue } from "../yaml/node.ts";
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
  const metadata = asObject(object.metadata);
  if (kind.namespaced && !metadata.namespace) metadata.namespace = namespace;
  if (!kind.namespaced) delete metadata.namespace;
  // The server makes up the name before policies are asked (rest.BeforeCreate).
  if (!metadata.name && metadata.generateName) metadata.name = `${metadata.generateName}xxxxx`;
  object.metadata = metadata;
  DEFAULTS.get(`${kind.group}/${kind.kind}`)?.(object, situation);
  // The server alone writes a status, which every kind has as a struct (rest.RESTCreateStrategy PrepareForCreate).
  const status = structOf(kind.type).get("status");
  if (status?.type.kind === "struct" && status.minors?.has(minor) !== false) {
    const given = asObject(struct(undefined, status.type.name, situation));
    object.status = { ...given, ...(kind.kind === "Namespace" ? { phase: "Active" } : phaseOf(kind)) };
  }
  return withoutZeros(object, kind.type);
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
  for (const [key, type] of fields) {
    if (type.minors?.has(situation.minor) === false) continue;
    const given = node?.kind === "map" ? entryOf(node, key)?.value : undefined;
    const value =
      given === undefined || isNull(given) ? absent(name, key, type, situation) : encode(given, type.type, situation);
    if (value !== undefined) result[key] = value;
  }
  DEFAULTS.get(name)?.(result, situation);
  return result;
}

function isNull(node: Node): boolean {
  return node.kind === "scalar" && node.value === null;
}

/** Structs that are no pointers are there even if nobody wrote them, with what defaulting gives them. */
function absent(owner: string, key: string, { type }: FieldType, situation: Situation): Json | undefined {
  if (type.kind !== "struct" || !isAlwaysThere(owner, key)) return undefined;
  return struct(undefined, type.name, situation);
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

/** Leaves out what Go's `omitempty` leaves out, and writes the zeros of fields without it. */
function withoutZeros(object: JsonObject, name: string): JsonObject {
  const result: JsonObject = {};
  for (const [key, field] of structOf(name)) {
    const value = object[key];
    const kept = value === undefined ? missing(field, name) : clean(value, field.type);
    if (kept === undefined || (isZero(kept, field) && !keepsZero(name, key, field, value !== undefined))) continue;
    result[key] = kept;
  }
  return result;
}

function missing({ required, type }: FieldType, owner: string): Json | undefined {
  if (!required || !owner.endsWith("Status") || type.kind !== "scalar") return undefined;
  if (type.scalar === "boolean") return false;
  return type.scalar === "int32" || type.scalar === "int64" ? 0 : undefined;
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

function keepsZero(owner: string, key: string, { type, required }: FieldType, given: boolean): boolean {
  if (type.kind === "scalar" && (type.scalar === "int-or-string" || type.scalar === "quantity")) return given;
  return required || isPointer(owner, key);
}

/** The labels of an object, for selectors. */
export function labelsIn(object: JsonObject): Map<string, string> {
  const labels = asObject(asObject(object.metadata).labels);
  return new Map(Object.entries(labels).map(([key, value]) => [key, String(value)]));
}
