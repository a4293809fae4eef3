// What a structural schema must be (apiserver/schema/validation.go ValidateStructural): every field with its type outside of allOf, anyOf,
// oneOf and not, which may only restrict values.

import type { Node } from "../../yaml/node.ts";
import { compilePattern } from "./regexp.ts";
import type { Schema } from "./schema.ts";
import type { SchemaReport } from "./schema-report.ts";

export type Level = "root" | "items" | "field";

const TYPE_MISSING: Readonly<Record<Level, string>> = {
  root: "must not be empty at the root",
  items: "must not be empty for specified array items",
  field: "must not be empty for specified object fields",
};

/** The invariants of one schema of the structure; the schemas below are visited by the caller. */
export function checkInvariants(schema: Schema, level: Level, report: SchemaReport): void {
  if (schema.type === "array" && schema.items === undefined)
    report.lacking("items", "items must be specified for a list");
  if (schema.additional !== undefined) {
    if (level === "root")
      report.notStructural("additionalProperties", "additionalProperties must not be used at the root");
    if (schema.embedded)
      report.notStructural(
        "additionalProperties",
        "additionalProperties must not be used if x-kubernetes-embedded-resource is set",
      );
  }
  checkExtensions(schema, report);
  checkStructuralType(schema, level, report);
  checkPattern(schema, report);
  checkMetaSchemas(schema, level, report);
}

function checkExtensions({ intOrString, preserve, embedded, properties }: Schema, report: SchemaReport): void {
  const exclusive = "must be false if x-kubernetes-int-or-string is true";
  if (intOrString && preserve === true) report.notStructural("x-kubernetes-preserve-unknown-fields", exclusive);
  if (intOrString && embedded) report.notStructural("x-kubernetes-embedded-resource", exclusive);
  if (embedded && preserve !== true && (properties?.entries.length ?? 0) === 0)
    report.lacking(
      "properties",
      "properties must not be empty if x-kubernetes-embedded-resource is true without x-kubernetes-preserve-unknown-fields",
    );
}

function checkStructuralType(schema: Schema, level: Level, report: SchemaReport): void {
  const { type, embedded } = schema;
  if (embedded && type !== "object") {
    const message = "type must be object if x-kubernetes-embedded-resource is true";
    if (type === "") report.lacking("type", message);
    else report.notStructural("type", `type "${type}": ${message}`);
  } else if (type === "" && !schema.intOrString && schema.preserve !== true)
    report.lacking("type", `required value: type ${TYPE_MISSING[level]}`);
  if (level === "root" && type !== "" && type !== "object")
    report.notStructural("type", `type "${type}" must be object at the root`);
}

function checkPattern({ pattern }: Schema, report: SchemaReport): void {
  const error = pattern === "" ? undefined : compilePattern(pattern).error;
  if (error !== undefined)
    report.notStructural("pattern", `pattern "${pattern}" must be a valid regular expression, but isn't: ${error}`);
}

/** kind, apiVersion and metadata of the object itself and of embedded resources. */
function checkMetaSchemas(schema: Schema, level: Level, report: SchemaReport): void {
  if (schema.properties === undefined) return;
  if (level === "root" || schema.embedded)
    for (const [name, type] of [
      ["kind", "string"],
      ["apiVersion", "string"],
      ["metadata", "object"],
    ] as const) {
      const property = schema.property(name);
      if (property !== undefined && property.type !== type)
        report.notStructural(["properties", name, "type"], `type of ${name} must be ${type}`);
    }
  const metadata = level === "root" ? schema.property("metadata") : undefined;
  if (metadata !== undefined && !isNameOnly(metadata))
    report.notStructural(
      ["properties", "metadata"],
      "must not specify anything other than name and generateName, but metadata is implicitly specified",
    );
}

/** Nothing but a type, a default, and the properties name and generateName. */
function isNameOnly(schema: Schema): boolean {
  const names = schema.properties?.entries.map(({ key }) => key.value) ?? [];
  if (!names.every(name => name === "name" || name === "generateName")) return false;
  return schema.node.entries.every(({ key, value }) => {
    const name = String(key.value);
    return name === "type" || name === "default" || name === "properties" || isZero(value);
  });
}

function isZero(node: Node): boolean {
  if (node.kind === "list") return node.items.length === 0;
  return node.kind === "scalar" && (node.value === null || node.value === "" || node.value === false);
}

/** `anyOf: [{type: integer}, {type: string}]`, which is allowed in spite of its types. */
export function isIntOrString(branches: readonly Node[]): boolean {
  return branches.length === 2 && isType(branches[0], "integer") && isType(branches[1], "string");
}

function isType(node: Node | undefined, type: string): boolean {
  if (node?.kind !== "map" || node.entries.length === 0) return false;
  return node.entries.every(({ key, value }) =>
    key.value === "type" ? value.kind === "scalar" && value.value === type : isZero(value),
  );
}

/** What a schema inside allOf, anyOf, oneOf or not may not have. */
export function checkNested(schema: Schema, report: SchemaReport): void {
  checkPattern(schema, report);
  const forbidden: [boolean, string, string][] = [
    [schema.type !== "", "type", "empty"],
    [isSchemaOrTrue(schema.additional), "additionalProperties", "undefined"],
    [schema.default !== undefined, "default", "undefined"],
    [schema.has("title"), "title", "empty"],
    [schema.has("description"), "description", "empty"],
    [schema.nullable, "nullable", "false"],
    [schema.preserve === true, "x-kubernetes-preserve-unknown-fields", "false"],
    [schema.embedded, "x-kubernetes-embedded-resource", "false"],
    [schema.intOrString, "x-kubernetes-int-or-string", "false"],
    [schema.listKeys.length > 0, "x-kubernetes-list-map-keys", "empty"],
    [schema.listType !== undefined, "x-kubernetes-list-type", "undefined"],
    [schema.mapType !== undefined, "x-kubernetes-map-type", "undefined"],
    [schema.rules.length > 0, "x-kubernetes-validations", "empty"],
  ];
  for (const [isThere, key, want] of forbidden)
    if (isThere)
      report.notStructural(key, `${key} inside of allOf, anyOf, oneOf or not must be ${want} to be structural`);
  if (schema.property("metadata") !== undefined)
    report.notStructural(["properties", "metadata"], "metadata must not be specified in a nested context");
}

function isSchemaOrTrue(node: Node | undefined): boolean {
  return node?.kind === "map" || (node?.kind === "scalar" && node.value === true);
}

/** Every field that allOf, anyOf, oneOf and not of the root speak about is specified outside of them (validateStructuralCompleteness). */
export function checkCompleteness(root: Schema, report: SchemaReport): void {
  complete(root, root, [], [], report);
}

type Steps = readonly (string | number)[];

function complete(values: Schema, structure: Schema, at: Steps, from: Steps, report: SchemaReport): void {
  if (values.not !== undefined) completeNested(values.below(values.not), structure, at, [...from, "not"], report);
  for (const key of ["allOf", "anyOf", "oneOf"] as const)
    values[key].forEach((branch, index) => {
      completeNested(values.below(branch), structure, at, [...from, key, index], report);
    });
}

function completeNested(values: Schema, structure: Schema, at: Steps, from: Steps, report: SchemaReport): void {
  complete(values, structure, at, from, report);
  const items = values.itemSchema;
  if (items !== undefined) {
    const below = structure.itemSchema;
    if (below === undefined) lacks([...at, "items"], [...from, "items"], report);
    else completeNested(items, below, [...at, "items"], [...from, "items"], report);
  }
  for (const { key, value } of values.properties?.entries ?? []) {
    const name = String(key.value);
    const below = structure.property(name);
    const [there, here] = [
      [...at, "properties", name],
      [...from, "properties", name],
    ];
    if (below === undefined) lacks(there, here, report);
    else completeNested(values.below(value), below, there, here, report);
  }
}

function lacks(path: Steps, from: Steps, report: SchemaReport): void {
  const name = path[path.length - 1];
  report.lacking(path, `"${name}" must be specified outside of ${from[0]} as well, because it is defined in it`, from);
}
