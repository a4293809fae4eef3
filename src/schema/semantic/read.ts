// Reading fields the way Go's zero values do.

import type { Field } from "../../field.ts";

/** The string; "" where nothing is there; undefined for another type and for text that a template will replace. */
export function textOf(field: Field): string | undefined {
  return field.exists ? field.string : "";
}

/** The raw string, unrendered or not, to compare names with names. */
export function rawTextOf(field: Field): string | undefined {
  if (!field.exists) return "";
  return typeof field.scalar === "string" ? field.scalar : undefined;
}

/** The integer; `zero` where nothing is there; undefined for another type. */
export function integerOf(field: Field, zero = 0): number | undefined {
  return field.exists ? field.number : zero;
}

/** The labels or annotations of a map: null counts as "", as the server reads it. */
export function stringMapOf(field: Field): Map<string, string> {
  const result = new Map<string, string>();
  for (const entry of field.entries()) {
    const value = entry.exists ? entry.scalar : "";
    if (typeof value === "string") result.set(String(entry.key), value);
  }
  return result;
}
