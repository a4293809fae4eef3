// Objects as plain values, changed in one place, and what the validators of their group say.

import type { Problem } from "../../../src/diagnostic.ts";
import { formatPath } from "../../../src/diagnostic.ts";
import { Field } from "../../../src/field.ts";
import { Problems } from "../../../src/schema/problems.ts";
import { loadValidators, validatorsOf } from "../../../src/schema/semantic/index.ts";
import type { Node, ScalarNode } from "../../../src/yaml/node.ts";

export type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value };
export type Manifest = { readonly [key: string]: Value };

/** A copy with values put at paths such as `spec.ports[0].name`; undefined takes the entry away. Keys with dots stand in quotes. */
export function change(manifest: Manifest, values: Readonly<Record<string, Value | undefined>>): Manifest {
  const copy = structuredClone(manifest);
  for (const [path, value] of Object.entries(values)) put(copy, stepsOf(path), value);
  return copy;
}

function stepsOf(path: string): (string | number)[] {
  return [...path.matchAll(/"([^"]*)"|\[(\d+)\]|([^.[\]"]+)/g)].map(([, quoted, index, key]) =>
    index === undefined ? (quoted ?? key ?? "") : Number(index),
  );
}

function put(target: unknown, [step, ...rest]: (string | number)[], value: Value | undefined): void {
  const holder = target as Record<string | number, unknown>;
  if (step === undefined) return;
  if (rest.length > 0) {
    holder[step] ??= typeof rest[0] === "number" ? [] : {};
    put(holder[step], rest, value);
  } else if (value === undefined) delete holder[step];
  else holder[step] = value;
}

async function read(yaml: string): Promise<Node | undefined> {
  const { readSource } = await import("../../../src/yaml/documents.ts");
  return (await readSource(yaml))[0]?.root;
}

/** Nodes of a value, one after the other in a text that nobody sees. */
function nodeOf(value: Value, offset = { at: 0 }): Node {
  const start = offset.at++;
  if (typeof value !== "object" || value === null) return scalarOf(value, start, offset);
  if (Array.isArray(value)) {
    const items = value.map((item: Value) => nodeOf(item, offset));
    return { kind: "list", start, end: offset.at, flow: true, items };
  }
  const entries = Object.entries(value).map(([key, inner]) => ({
    key: scalarOf(key, offset.at, offset),
    value: nodeOf(inner as Value, offset),
  }));
  return { kind: "map", start, end: offset.at, flow: true, entries };
}

function scalarOf(value: ScalarNode["value"], start: number, offset: { at: number }): ScalarNode {
  offset.at = start + Math.max(1, String(value).length);
  return { kind: "scalar", start, end: offset.at, value, style: "double" };
}

/** The problems of an object, given as a value or as YAML. */
export async function problemsOf(manifest: Manifest | string, minor = 35): Promise<readonly Problem[]> {
  const root = new Field(typeof manifest === "string" ? await read(manifest) : nodeOf(manifest));
  const apiVersion = root.get("apiVersion").string ?? "";
  const group = apiVersion.includes("/") ? apiVersion.slice(0, apiVersion.indexOf("/")) : "";
  await loadValidators(group);
  const problems = new Problems();
  validatorsOf(group)?.[`${group}/${root.get("kind").string}`]?.(root, { minor }, problems);
  return problems.list;
}

/** `rejects spec.ports[0].port`: what the server does and the paths that its errors name; `later` where it does nothing itself. */
export function brief(problem: Problem): string {
  const fields = [problem.serverField ?? formatPath(problem.path), ...(problem.serverAlso ?? [])];
  return `${problem.server ?? "later"} ${fields.join(" + ")}`;
}

export async function said(manifest: Manifest | string, minor = 35): Promise<string[]> {
  return (await problemsOf(manifest, minor)).map(brief);
}
