// Faults in words: what was found in quotes, what was expected, and who expects it.

import { nearest } from "../../nearest.ts";
import type { Node } from "../../yaml/node.ts";
import type { Fault, FaultCode } from "./fault.ts";
import { jsonType, shown } from "./json.ts";
import type { Schema } from "./schema.ts";

const ARTICLES: Readonly<Record<string, string>> = {
  integer: "an integer",
  number: "a number",
  string: "a string",
  boolean: "a boolean",
  object: "a map",
  array: "a list",
  null: "null",
};
const LONGEST_LIST = 8;

type Words = (fault: Fault, by: string, found: string) => string;

const WORDS: Readonly<Record<FaultCode, Words>> = {
  said: ({ message }) => message ?? "",
  type: typeSentence,
  format: ({ schema: { format } }, by, found) =>
    `${found} is not a valid ${format}: the format "${format}" is required by ${by}`,
  enum: enumSentence,
  required: (fault, by) => `required field "${keyOf(fault)}" is missing: ${by} requires it`,
  pattern: ({ schema }, by, found) => `${found} does not match the pattern '${schema.pattern}' of ${by}`,
  minLength: ({ schema }, by, found) =>
    `${found} is too short: at least ${count(schema.bounds?.minLength, "character")} required by ${by}`,
  maxLength: (fault, by, found) =>
    `${found} has ${textLength(fault)} characters: at most ${fault.schema.bounds?.maxLength} allowed by ${by}`,
  minimum: ({ schema: { bounds } }, by, found) =>
    `${found} is too small: must be ${bounds?.exclusiveMinimum ? "greater than" : "greater than or equal to"} ${bounds?.minimum} by ${by}`,
  maximum: ({ schema: { bounds } }, by, found) =>
    `${found} is too large: must be ${bounds?.exclusiveMaximum ? "less than" : "less than or equal to"} ${bounds?.maximum} by ${by}`,
  multipleOf: ({ schema }, by, found) => `${found} is no multiple of ${schema.bounds?.multipleOf}, as ${by} requires`,
  minItems: (fault, by) => `${sizeOf(fault, "item")}: at least ${fault.schema.bounds?.minItems} required by ${by}`,
  maxItems: (fault, by) => `${sizeOf(fault, "item")}: at most ${fault.schema.bounds?.maxItems} allowed by ${by}`,
  minProperties: (fault, by) =>
    `${sizeOf(fault, "field")}: at least ${fault.schema.bounds?.minProperties} required by ${by}`,
  maxProperties: (fault, by) =>
    `${sizeOf(fault, "field")}: at most ${fault.schema.bounds?.maxProperties} allowed by ${by}`,
  closed: (fault, by) => `field "${keyOf(fault)}" is forbidden: ${by} allows no other fields here`,
  duplicate: duplicateSentence,
  anyOf: (fault, by) =>
    `none of the ${fault.schema.anyOf.length} alternatives (anyOf) of ${by} fits${nearestBranch(fault, by)}`,
  oneOf: oneOfSentence,
  not: (_, by) => `the value is just what ${by} excludes (not)`,
};

/** The sentence about a fault; `by` is "CRD widgets.example.com v1". */
export function sentence(fault: Fault, by: string): string {
  return WORDS[fault.code](fault, by, shown(fault.node));
}

function keyOf({ path }: Fault): string {
  return String(path[path.length - 1] ?? "");
}

function count(number: number | undefined, unit: string): string {
  return `${number} ${unit}${number === 1 ? "" : "s"}`;
}

function typeSentence({ node, schema }: Fault, by: string): string {
  const types = schema.types.map(typeText);
  const expected = types.length > 0 ? types.join(" or ") : `a text with the format "${schema.format}"`;
  return `${foundText(node)}, expected ${expected} by ${by}`;
}

export function typeText(type: string): string {
  return (Object.hasOwn(ARTICLES, type) ? ARTICLES[type] : undefined) ?? type;
}

/** `"x" is a string`, `3.5 is a number`, `found a list`. */
export function foundText(node: Node): string {
  const type = jsonType(node);
  return node.kind === "scalar" && type !== "null" ? `${shown(node)} is ${typeText(type)}` : `found ${typeText(type)}`;
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

function sizeOf({ node }: Fault, unit: string): string {
  return count(node.kind === "list" ? node.items.length : node.kind === "map" ? node.entries.length : 0, unit);
}

function duplicateSentence({ node, schema }: Fault, by: string): string {
  if (schema.listType !== "map" || node.kind !== "map")
    return `duplicate item${node.kind === "scalar" ? ` ${shown(node)}` : ""}: ${by} allows each item once`;
  const keys = schema.listKeys.map(key => {
    const value = node.entries.find(entry => entry.key.value === key)?.value;
    return `${key} ${value === undefined ? "not given" : shown(value)}`;
  });
  return `duplicate item with ${keys.join(", ")}: ${by} allows each ${schema.listKeys.join(" and ")} once`;
}

/** "Exactly one of a, b" where the alternatives only ask for fields. */
function oneOfSentence(fault: Fault, by: string): string {
  const { schema, fulfilled = 0 } = fault;
  const fields = schema.oneOf.map(branch => schema.below(branch)).map(onlyRequired);
  if (fields.every(field => field !== undefined))
    return `exactly one of ${fields.join(", ")} must be given by ${by}; found ${fulfilled === 0 ? "none" : fulfilled}`;
  if (fulfilled > 0) return `${fulfilled} of the ${fields.length} alternatives fit (oneOf): exactly one must by ${by}`;
  return `none of the ${fields.length} alternatives (oneOf) of ${by} fits${nearestBranch(fault, by)}`;
}

function onlyRequired(schema: Schema): string | undefined {
  if (schema.node.entries.length !== 1 || schema.required.length === 0) return undefined;
  return schema.required.map(name => `"${name}"`).join(" with ");
}

function nearestBranch({ inner = [] }: Fault, by: string): string {
  const first = inner[0];
  return first === undefined ? "" : `; the nearest: ${sentence(first, by)}`;
}
