// Small steps of defaulting.

import type { Json, JsonObject } from "./defaults.ts";

/** Go's defaulting asks for nil of a pointer, and for the zero value of what is none. */
export function fill(object: JsonObject, values: Readonly<Record<string, Json>>): void {
  for (const [key, value] of Object.entries(values)) if (object[key] === undefined) object[key] = value;
}

/** The same for fields that are no pointers: 0 and "" are not set either. */
export function fillZero(object: JsonObject, values: Readonly<Record<string, Json>>): void {
  for (const [key, value] of Object.entries(values)) if (!object[key]) object[key] = value;
}

export function mapAt(object: JsonObject, key: string): JsonObject | undefined {
  const value = object[key];
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : undefined;
}

export function mapsAt(object: JsonObject, key: string): JsonObject[] {
  const value = object[key];
  if (!Array.isArray(value)) return [];
  return value.filter(item => typeof item === "object" && item !== null && !Array.isArray(item)) as JsonObject[];
}
