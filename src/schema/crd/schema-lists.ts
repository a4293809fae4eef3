// x-kubernetes-list-type, x-kubernetes-list-map-keys and x-kubernetes-map-type in a schema.

import type { Schema } from "./schema.ts";
import type { SchemaReport } from "./schema-report.ts";

const LIST_TYPE = "x-kubernetes-list-type";
const LIST_KEYS = "x-kubernetes-list-map-keys";

export function checkMapType({ mapType, type }: Schema, report: SchemaReport): void {
  requireType(type, "object", "type must be object if x-kubernetes-map-type is specified", report);
  if (mapType !== "atomic" && mapType !== "granular")
    report.invalid("x-kubernetes-map-type", `unsupported value "${mapType}"; supported: "atomic", "granular"`);
}

function requireType(type: string, wanted: string, message: string, report: SchemaReport): void {
  if (type === wanted) return;
  if (type === "") report.required("type", `required value: ${message}`);
  else report.invalid("type", `type "${type}": ${message}`);
}

export function checkListType(schema: Schema, report: SchemaReport): void {
  const { listType, listKeys, type } = schema;
  if (listType !== undefined) {
    requireType(type, "array", "type must be array if x-kubernetes-list-type is specified", report);
    if (type === "array" && listType === "set") checkSetItems(schema, report);
    if (!["atomic", "set", "map"].includes(listType))
      report.invalid(LIST_TYPE, `unsupported value "${listType}"; supported: "atomic", "set", "map"`);
  }
  if (listKeys.length > 0 && listType !== "map") {
    const message = "x-kubernetes-list-type must be map if x-kubernetes-list-map-keys is non-empty";
    if (listType === undefined) report.required(LIST_TYPE, `required value: ${message}`);
    else report.invalid(LIST_TYPE, `"${listType}": ${message}`);
  }
  if (listType === "map") checkMapItems(schema, report);
  if (listType === "map" || listType === "set") checkNullability(schema, report);
}

function checkSetItems({ itemSchema }: Schema, report: SchemaReport): void {
  const message = "must be atomic as item of a list with x-kubernetes-list-type=set";
  if (itemSchema?.type === "array" && itemSchema.listType !== undefined && itemSchema.listType !== "atomic")
    report.invalid(["items", LIST_TYPE], message);
  if (itemSchema?.type === "object" && itemSchema.mapType !== "atomic")
    report.invalid(["items", "x-kubernetes-map-type"], message);
}

function checkMapItems({ listKeys, items, itemSchema }: Schema, report: SchemaReport): void {
  if (listKeys.length === 0)
    report.required(
      LIST_KEYS,
      "required value: x-kubernetes-list-map-keys must not be empty if x-kubernetes-list-type is map",
    );
  if (items === undefined)
    report.required("items", "required value: items must have a schema if x-kubernetes-list-type is map");
  else if (itemSchema === undefined)
    report.invalid("items", "items must only have a single schema if x-kubernetes-list-type is map");
  if (itemSchema === undefined) return;
  if (itemSchema.type !== "object") {
    report.invalid(
      ["items", "type"],
      `type "${itemSchema.type}" must be object if parent array's x-kubernetes-list-type is map`,
    );
    return;
  }
  const seen = new Set<string>();
  for (const key of listKeys) {
    const type = itemSchema.property(key)?.type;
    if (type === undefined) report.invalid(LIST_KEYS, `key "${key}": entries must all be names of item properties`);
    else if (type === "array" || type === "object")
      report.invalid(
        ["items", "properties", key, "type"],
        `type "${type}" must be a scalar type if parent array's x-kubernetes-list-type is map`,
      );
    if (seen.has(key)) report.invalid(LIST_KEYS, `key "${key}": must not contain duplicate entries`);
    seen.add(key);
  }
}

/** validateMapListKeysMapSet: what tells items apart is always there. */
function checkNullability({ itemSchema, listType, listKeys }: Schema, report: SchemaReport): void {
  if (itemSchema === undefined) return;
  if (itemSchema.nullable)
    report.invalid(["items", "nullable"], `items cannot be nullable when x-kubernetes-list-type is ${listType}`);
  if (listType !== "map") return;
  for (const key of listKeys) {
    const property = itemSchema.property(key);
    if (property === undefined) continue;
    const why = "this property is in x-kubernetes-list-map-keys, so it";
    if (!itemSchema.required.includes(key) && property.default === undefined)
      report.required(
        ["items", "properties", key, "default"],
        `"${key}": ${why} must have a default or be a required property`,
      );
    if (property.nullable)
      report.invalid(["items", "properties", key, "nullable"], `"${key}": ${why} cannot be nullable`);
  }
}
