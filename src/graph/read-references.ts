// The references of one object, read by the table.

import type { Field } from "../field.ts";
import { canonicalKind, kindOf } from "../kubernetes/kinds.ts";
import type { Resource } from "../kubernetes/resource.ts";
import type { Workload } from "../kubernetes/workload.ts";
import { REFERENCES, type ReferenceRow } from "./references.ts";

/** One name that one object writes down to mean another. */
export interface Reference {
  readonly from: Resource;
  readonly row: ReferenceRow;
  /** The scalar with the name. */
  readonly field: Field;
  readonly name: string;
  readonly groupKind: string;
  /** Written down in the reference; undefined: the namespace of `from`. */
  readonly namespace: string | undefined;
  /** The author says that the target may be absent. */
  readonly optional: boolean;
  /** Scalars with keys inside the target. */
  readonly keys: readonly Field[];
  /** The scalar with the port, by name or number; absent where none is written. */
  readonly port: Field | undefined;
}

interface Compiled {
  readonly row: ReferenceRow;
  readonly steps: readonly string[];
}

const byKind = new Map<string, readonly Compiled[]>();

/** The rows of a kind. Few of all kinds stand in one input. */
function rowsOf(kind: string): readonly Compiled[] {
  let rows = byKind.get(kind);
  if (rows === undefined) {
    rows = REFERENCES.filter(({ on }) => on.includes(kind)).map(row => ({ row, steps: stepsOf(row.at) }));
    byKind.set(kind, rows);
  }
  return rows;
}

function stepsOf(path: string): string[] {
  return path.split(".").flatMap(step => (step.endsWith("[]") ? [step.slice(0, -2), "[]"] : [step]));
}

/** All fields that a path pattern reaches. */
export function fieldsAt(field: Field, path: string): Field[] {
  return follow(field, stepsOf(path), 0);
}

function follow(field: Field, steps: readonly string[], from: number): Field[] {
  let at = field;
  for (let index = from; index < steps.length; index++) {
    const step = steps[index] ?? "";
    if (step === "[]" || step === "*") {
      const below = step === "[]" ? at.items() : at.entries();
      return below.flatMap(item => follow(item, steps, index + 1));
    }
    at = at.get(step);
    if (at.node === undefined) return [];
  }
  return [at];
}

export function referencesOf(resource: Resource, workload: Workload | undefined): Reference[] {
  const own = rowsOf(kindOf(resource)).flatMap(compiled => read(resource, resource.root, compiled));
  if (workload === undefined) return own;
  return [...own, ...rowsOf("pod").flatMap(compiled => read(resource, workload.podSpec, compiled))];
}

function read(from: Resource, root: Field, { row, steps }: Compiled): Reference[] {
  return follow(root, steps, 0).flatMap(at => {
    const field = row.name === "" ? at : at.get(row.name);
    const written = field.string;
    if (written === undefined || written === "") return [];
    const groupKind = targetKind(row, at);
    if (groupKind === undefined) return [];
    const target = row.host === true ? hostTarget(written) : { name: written, namespace: namespaceAt(row, at) };
    if (target === undefined) return [];
    return [
      {
        from,
        row,
        field,
        ...target,
        groupKind,
        optional: row.optional !== undefined && at.get(row.optional).boolean === true,
        keys: row.keys === undefined ? [] : fieldsAt(at, row.keys),
        port: row.port === undefined ? undefined : portAt(at.get(row.port)),
      },
    ];
  });
}

function namespaceAt(row: ReferenceRow, at: Field): string | undefined {
  return row.namespace === undefined ? undefined : at.get(row.namespace).string || undefined;
}

/** `port: 80`, `port: {number: 80}`, `port: {name: http}`. */
function portAt(field: Field): Field | undefined {
  if (!field.isMap) return field.exists ? field : undefined;
  const inner = field.get("name").exists ? field.get("name") : field.get("number");
  return inner.exists ? inner : undefined;
}

/** The kind a reference names itself; undefined where it means something that is no object (a User, an external target). */
function targetKind(row: ReferenceRow, at: Field): string | undefined {
  if (row.choice === undefined) return row.to;
  const kind = at.get("kind").string;
  if (at.get("kind").isUnknown) return undefined;
  if (kind === undefined || row.to.endsWith(`/${kind}`)) {
    if (row.choice !== "apiVersion" || !at.get("apiVersion").exists) return row.to;
  }
  const group = row.to.slice(0, row.to.indexOf("/"));
  const named = kind ?? row.to.slice(row.to.indexOf("/") + 1);
  if (row.choice === "apiVersion") return canonicalKind(`${groupIn(at.get("apiVersion").string, group)}/${named}`);
  if (row.choice === "kind") return `${group}/${named}`;
  if (row.choice === "apiGroup") {
    if (named === "User" || named === "Group") return undefined;
    return `${at.get("apiGroup").string ?? group}/${named}`;
  }
  return `${at.get("group").string ?? group}/${named}`;
}

function groupIn(apiVersion: string | undefined, fallback: string): string {
  if (apiVersion === undefined) return fallback;
  const slash = apiVersion.indexOf("/");
  return slash < 0 ? "" : apiVersion.slice(0, slash);
}

/** A host in the cluster's own DNS; undefined for names of the outside world. */
function hostTarget(host: string): { name: string; namespace: string | undefined } | undefined {
  const [name = "", namespace, service] = host.split(".");
  if (name === "" || name.includes("*") || (service !== undefined && service !== "svc")) return undefined;
  return { name, namespace };
}
