// Reading fields the way Go's zero values do, and naming them the way field.Path does.

import { formatPath } from "../../diagnostic.ts";
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

/** The integer after defaulting, where the server also replaces an explicit 0. */
export function defaultedInteger(field: Field, value: number): number | undefined {
  const given = integerOf(field, value);
  return given === 0 ? value : given;
}

/** True for an explicit `true`. */
export function isTrue(field: Field): boolean {
  return field.boolean === true;
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

/** `spec.containers[0].name`: the path as the server's errors write it. */
export function pathOf(field: Field): string {
  return formatPath(field.path);
}

/** `spec.hard[cpu]`: the path of an entry of a map with free keys (field.Path.Key). */
export function keyPathOf(entry: Field): string {
  return entry.parent === undefined ? String(entry.key) : `${pathOf(entry.parent)}[${entry.key}]`;
}

/** `a.b` or `b`: a child path of a path that may be empty. */
export function childPath(parent: string, key: string): string {
  return parent === "" ? key : `${parent}.${key}`;
}

/** Details whose path is only put together when a problem is reported: nearly always none is. */
export function named(path: () => string): { readonly serverField: string } {
  return {
    get serverField() {
      return path();
    },
  };
}
