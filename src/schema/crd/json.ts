// Nodes as the JSON values that the API server makes of them: integers are int64, all other numbers are float64.

import { type Entry, entryOf, type MapNode, type Node, type ScalarNode } from "../../yaml/node.ts";

export type JsonType = "null" | "boolean" | "string" | "integer" | "number" | "object" | "array";

const MOST = 2n ** 63n - 1n;
const LEAST = -(2n ** 63n);
/** 2^53 - 1, beyond which swag.IsFloat64AJSONInteger says no. */
const MOST_SAFE = Number.MAX_SAFE_INTEGER;

export function jsonType(node: Node): JsonType {
  if (node.kind === "map") return "object";
  if (node.kind === "list") return "array";
  const { value } = node;
  if (value === null) return "null";
  if (typeof value === "number") return isInt64(node) ? "integer" : "number";
  return typeof value === "string" ? "string" : "boolean";
}

function isInt64({ value, json }: ScalarNode): boolean {
  if (json === undefined) return Number.isInteger(value);
  if (!/^-?\d+$/.test(json)) return false;
  if (Number.isSafeInteger(value)) return true;
  const integer = BigInt(json);
  return integer >= LEAST && integer <= MOST;
}

/** NaN and the infinities, which JSON cannot say. */
export function isNoJson(node: Node): boolean {
  return node.kind === "scalar" && typeof node.value === "number" && !Number.isFinite(node.value);
}

/** swag.IsFloat64AJSONInteger: a whole number, but for what arithmetic loses. */
export function isWhole(value: number): boolean {
  if (!Number.isFinite(value) || Math.abs(value) > MOST_SAFE) return false;
  const whole = Math.trunc(value);
  if (value === whole) return true;
  if (whole === 0) return false;
  return Math.abs(value - whole) / (Math.abs(value) + Math.abs(whole)) < 1e-9;
}

/** Negative when the number is less than the bound; integers beyond 2^53 keep all their digits. */
export function compareNumber({ value, json }: ScalarNode, bound: number): number {
  if (typeof value !== "number") return 0;
  if (json !== undefined && !Number.isSafeInteger(value) && /^-?\d+$/.test(json) && Math.abs(bound) < 2 ** 63) {
    const [left, right] = [BigInt(json), BigInt(Math.trunc(bound))];
    return left < right ? -1 : left > right ? 1 : 0;
  }
  return value - bound;
}

const LONGEST_SHOWN = 60;

/** A value as the author wrote it, in quotes where it is a text, shortened where it is long. */
export function shown(node: Node): string {
  if (node.kind === "map") return "a map";
  if (node.kind === "list") return "a list";
  if (typeof node.value !== "string") return node.json ?? String(node.value);
  const { value } = node;
  return JSON.stringify(
    value.length > LONGEST_SHOWN ? `${value.slice(0, LONGEST_SHOWN - 20)}…${value.slice(-15)}` : value,
  );
}

/** One text for equal values, whatever the order of keys. */
export function canonical(node: Node): string {
  if (node.kind === "list") return `[${node.items.map(canonical).join()}]`;
  if (node.kind === "scalar")
    return typeof node.value === "number" ? (node.json ?? String(node.value)) : JSON.stringify(node.value);
  const entries = node.entries.map(({ key, value }) => `${JSON.stringify(String(key.value))}:${canonical(value)}`);
  return `{${entries.sort().join()}}`;
}

/** Whether two documents say the same; cheap where they differ early. */
export function equals(a: Node, b: Node): boolean {
  if (a === b) return true;
  if (a.kind === "scalar" || b.kind === "scalar")
    return a.kind === "scalar" && b.kind === "scalar" && a.value === b.value && a.json === b.json;
  if (a.kind === "list" || b.kind === "list")
    return (
      a.kind === "list" &&
      b.kind === "list" &&
      a.items.length === b.items.length &&
      a.items.every((item, index) => equals(item, b.items[index] as Node))
    );
  if (a.entries.length !== b.entries.length) return false;
  return a.entries.every(({ key, value }, index) => {
    const beside = b.entries[index] as Entry;
    const other = beside.key.value === key.value ? beside : entryOf(b, String(key.value));
    return other !== undefined && equals(value, other.value);
  });
}

/** The entry's value, where it is there and not null. */
export function valueAt(map: MapNode, key: string): Node | undefined {
  const value = entryOf(map, key)?.value;
  return value === undefined || isNull(value) ? undefined : value;
}

export function isNull(node: Node): boolean {
  return node.kind === "scalar" && node.value === null;
}
