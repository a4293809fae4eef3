// Manifests of examples with one value spoilt, at a known path: what rules must take without a word.

import { Field } from "../../src/field.ts";
import { parseDocumentsWith } from "../../src/yaml/documents.ts";
import { parsePart } from "../../src/yaml/parse.ts";

type Path = readonly (string | number)[];

export interface Spoiling {
  readonly name: string;
  /** What stands there instead; undefined where it does not apply. */
  spoil(value: unknown, key: string | number): unknown;
}

/** Both a number and a string are right here. */
const INT_OR_STRING = new Set(["port", "targetPort", "maxSurge", "maxUnavailable", "minAvailable", "number"]);

const isMap = (value: unknown) => typeof value === "object" && value !== null && !Array.isArray(value);
const isScalar = (value: unknown) => typeof value !== "object" || value === null;

export const SPOILINGS: readonly Spoiling[] = [
  { name: "null", spoil: () => null },
  { name: "a placeholder", spoil: value => (isScalar(value) ? `\${VALUE}` : undefined) },
  { name: "a placeholder for all of it", spoil: value => (isScalar(value) ? undefined : "{{ toYaml .Values.all }}") },
  { name: "a map instead of a scalar", spoil: value => (isScalar(value) ? { value } : undefined) },
  { name: "a list instead of a scalar", spoil: value => (isScalar(value) ? [value] : undefined) },
  { name: "a list instead of a map", spoil: value => (isMap(value) ? [value] : undefined) },
  { name: "a map instead of a list", spoil: value => (Array.isArray(value) ? { ...value } : undefined) },
  { name: "a word instead of a map or list", spoil: value => (isScalar(value) ? undefined : "word") },
  {
    name: "a string instead of a number",
    spoil: (value, key) => (typeof value === "number" && !INT_OR_STRING.has(String(key)) ? String(value) : undefined),
  },
  { name: "a boolean instead of a number", spoil: value => (typeof value === "number" ? true : undefined) },
];

/** The documents of a text as plain data. */
export function documentsOf(text: string): unknown[] {
  return parseDocumentsWith(parsePart, text).map(({ root }) => new Field(root).toValue());
}

/** Every path of a document but its root. */
export function pathsIn(value: unknown, path: Path = []): Path[] {
  const below = isScalar(value) ? [] : Object.entries(value as object);
  const step = (key: string) => (Array.isArray(value) ? Number(key) : key);
  return below.flatMap(([key, child]) => [[...path, step(key)], ...pathsIn(child, [...path, step(key)])]);
}

export function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, step) => (value as Record<string | number, unknown>)[step], root);
}

/** The document with another value at a path. */
export function withValue(root: unknown, path: Path, value: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (Array.isArray(root)) return root.map((item, index) => (index === step ? withValue(item, rest, value) : item));
  const map = root as Record<string, unknown>;
  return { ...map, [step]: withValue(map[String(step)], rest, value) };
}

/** The document without the entry or item at a path. */
export function without(root: unknown, path: Path): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return root;
  if (rest.length > 0) return withValue(root, [step], without((root as Record<string | number, unknown>)[step], rest));
  if (Array.isArray(root)) return root.filter((_, index) => index !== step);
  return Object.fromEntries(Object.entries(root as object).filter(([key]) => key !== step));
}

/** As JSON, which is YAML, a document after the other. */
export function textOf(documents: readonly unknown[]): string {
  return documents.map(document => `---\n${JSON.stringify(document, null, 1)}\n`).join("");
}
