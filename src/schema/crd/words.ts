// Faults in words: what was found in quotes, what was expected, and who expects it.

import { nearest } from "../semantic/nearest.ts";
import type { Fault } from "./fault.ts";
import { jsonType, shown } from "./json.ts";
import { type Schema, schemaOf } from "./schema.ts";

const ARTICLES: Readonly<Record<string, string>> = {
  integer: "an integer",
  number: "a number",
  string: "a string",
  boolean: "a boolean",
  object: "a map",
  array: "a list",
};
const LONGEST_LIST = 8;

/** The sentence about a fault; `by` is "CRD widgets.example.com v1". */
export function sentence(fault: Fault, by: string): string {
  const { code, node, schema, path } = fault;
  const found = shown(node);
  const bounds = schema.bounds ?? {};
  const key = String(path[path.length - 1] ?? "");
  switch (code) {
    case "said":
      return fault.message ?? "";
    case "type":
      return typeSentence(fault, by);
    case "format":
      return `${found} is no ${schema.format}: the format "${schema.format}" is required by ${by}`;
    case "enum":
      return enumSentence(fault, by);
    case "required":
      return `required field "${key}" is missing: ${by} requires it`;
    case "pattern":
      return `${found} does not match the pattern '${schema.pattern}' of ${by}`;
    case "minLength":
      return `${found} is too short: at least ${count(bounds.minLength, "character")} required by ${by}`;
    case "maxLength":
      return `${found} has ${textLength(fault)} characters: at most ${bounds.maxLength} allowed by ${by}`;
    case "minimum":
      return `${found} is too small: must be ${bounds.exclusiveMinimum ? "greater than" : "greater than or equal to"} ${bounds.minimum} by ${by}`;
    case "maximum":
      return `${found} is too large: must be ${bounds.exclusiveMaximum ? "less than" : "less than or equal to"} ${bounds.maximum} by ${by}`;
    case "multipleOf":
      return `${found} is no multiple of ${bounds.multipleOf}, as ${by} requires`;
    case "minItems":
      return `${sizeOf(fault)} items are too few: at least ${bounds.minItems} required by ${by}`;
    case "maxItems":
      return `${sizeOf(fault)} items are too many: at most ${bounds.maxItems} allowed by ${by}`;
    case "minProperties":
      return `${sizeOf(fault)} entries are too few: at least ${bounds.minProperties} required by ${by}`;
    case "maxProperties":
      return `${sizeOf(fault)} entries are too many: at most ${bounds.maxProperties} allowed by ${by}`;
    case "closed":
      return `field "${key}" is forbidden: ${by} allows no other fields here`;
    case "duplicate":
      return duplicateSentence(fault, by);
    case "anyOf":
      return `none of the ${schema.anyOf.length} alternatives fits (anyOf) of ${by}${nearestBranch(fault, by)}`;
    case "oneOf":
      return oneOfSentence(fault, by);
    case "not":
      return `the value is just what ${by} excludes (not)`;
  }
}

function count(number: number | undefined, unit: string): string {
  return `${number} ${unit}${number === 1 ? "" : "s"}`;
}

function typeSentence({ node, schema }: Fault, by: string): string {
  const types = schema.types.map(type => ARTICLES[type] ?? type);
  const expected = types.length > 0 ? types.join(" or ") : `a text with the format "${schema.format}"`;
  const type = jsonType(node);
  if (type === "null") return `null is not allowed: ${expected} expected by ${by}`;
  const found = node.kind === "scalar" ? `${shown(node)} is ${ARTICLES[type] ?? type}` : `found ${ARTICLES[type]}`;
  return `${found}: ${expected} expected by ${by}`;
}

function enumSentence({ node, schema }: Fault, by: string): string {
  const words = schema.enum.map(shown);
  const list = words.slice(0, LONGEST_LIST).join(", ") + (words.length > LONGEST_LIST ? ", …" : "");
  const guess = enumGuess(node.kind === "scalar" ? node.value : undefined, schema);
  const hint = guess === undefined ? "" : `; did you mean "${guess.word}"?`;
  return `unsupported value ${shown(node)}; ${by} allows ${list}${hint}`;
}

export function enumGuess(value: unknown, schema: Schema): ReturnType<typeof nearest> {
  if (typeof value !== "string") return undefined;
  return nearest(
    value,
    schema.enum.flatMap(node => (node.kind === "scalar" && typeof node.value === "string" ? [node.value] : [])),
  );
}

function textLength({ node }: Fault): number {
  return node.kind === "scalar" ? Array.from(String(node.value)).length : 0;
}

function sizeOf({ node }: Fault): number {
  return node.kind === "list" ? node.items.length : node.kind === "map" ? node.entries.length : 0;
}

function duplicateSentence({ node, schema }: Fault, by: string): string {
  if (schema.listType !== "map" || node.kind !== "map")
    return `duplicate item ${shown(node)}: ${by} allows each item once`;
  const keys = schema.listKeys.map(key => {
    const value = node.entries.find(entry => entry.key.value === key)?.value;
    return `${key} ${value === undefined ? "not given" : shown(value)}`;
  });
  return `duplicate item with ${keys.join(", ")}: ${by} allows each ${schema.listKeys.join(" and ")} once`;
}

/** "Exactly one of a, b" where the alternatives only ask for fields. */
function oneOfSentence(fault: Fault, by: string): string {
  const { schema, fulfilled = 0 } = fault;
  const fields = schema.oneOf.map(branch => schemaOf(branch)).map(onlyRequired);
  if (fields.every(field => field !== undefined))
    return `exactly one of ${fields.join(", ")} must be given by ${by}; found ${fulfilled === 0 ? "none" : fulfilled}`;
  if (fulfilled > 0) return `${fulfilled} of the ${fields.length} alternatives fit (oneOf): exactly one must by ${by}`;
  return `none of the ${fields.length} alternatives fits (oneOf) of ${by}${nearestBranch(fault, by)}`;
}

function onlyRequired(schema: Schema): string | undefined {
  if (schema.node.entries.length !== 1 || schema.required.length === 0) return undefined;
  return schema.required.map(name => `"${name}"`).join(" with ");
}

function nearestBranch({ inner = [] }: Fault, by: string): string {
  const first = inner[0];
  return first === undefined ? "" : `; the nearest: ${sentence(first, by)}`;
}
