// What an expression in short form can read: the types of its variables, and fields that none of them has.

import { nearestTo } from "../nearest.ts";
import { allKinds, isServed, type Kind } from "../schema/versions.ts";
import { check } from "./cel/check.ts";
import type { Functions } from "./cel/functions.ts";
import type { Expr, Fault } from "./cel/tree.ts";
import { BOOL, DYN, INT, listOf, STRING, type Type } from "./cel/types.ts";
import { inAll, structType, unknownField } from "./typed.ts";

export const VARIABLES = ["object", "workload", "containers", "services", "critical", "pdb", "hpa"] as const;
export type VariableName = (typeof VARIABLES)[number];

export function isVariable(name: string): name is VariableName {
  return VARIABLES.some(variable => variable === name);
}

/** A field that no object the policy is about has, with the one that was probably meant. */
export function unknownIn(
  expr: Expr,
  { functions, kinds, minor }: { functions: Functions; kinds: readonly string[] | undefined; minor: number },
): Fault | undefined {
  const known = kindsNamed(kinds, minor);
  const objects: readonly Type[] = known.length === 0 ? [DYN] : known.map(({ type }) => structType(type, minor));
  const found = objects.map(object => {
    const { faults } = check(expr, { functions, variables: variablesWith(object, minor) });
    return faults.filter(({ unknown }) => unknown !== undefined);
  });
  const [first] = inAll(found);
  if (first === undefined) return undefined;
  const ofObject = known.length > 0 && first.unknown?.type !== "workload" && first.unknown?.type !== "Container";
  return { ...first, message: unknownField(first, ofObject ? known : []) };
}

/** A kind that is not known, and near to one that is. */
export function misspelledKind(kind: string): string | undefined {
  const names = [...new Set(allKinds().map(known => known.kind))];
  return names.includes(kind) || kind.includes("*") ? undefined : nearestTo(kind, names);
}

/** The built-in kinds of these names; none where one of them is a pattern or no built-in kind. */
function kindsNamed(names: readonly string[] | undefined, minor: number): Kind[] {
  const found = (names ?? []).map(name => allKinds().filter(kind => kind.kind === name && isServed(kind, minor)));
  return found.some(kinds => kinds.length === 0) ? [] : found.flat();
}

function variablesWith(object: Type, minor: number): ReadonlyMap<string, Type> {
  const types: Readonly<Record<VariableName, Type>> = {
    object,
    workload: fields("workload", {
      ...{ kind: STRING, name: STRING, namespace: STRING, replicas: INT },
      template: structType("PodTemplateSpec", minor),
    }),
    containers: listOf(containerType(minor)),
    services: listOf(structType("Service", minor)),
    critical: BOOL,
    pdb: structType("PodDisruptionBudget", minor),
    // There are two versions of it, with different fields.
    hpa: DYN,
  };
  return new Map(Object.entries(types));
}

function fields(name: string, types: Readonly<Record<string, Type>>): Type {
  return { kind: "struct", name, field: key => types[key], names: () => Object.keys(types) };
}

function containerType(minor: number): Type {
  const container = structType("Container", minor);
  return {
    ...container,
    field: key => (key === "kind" ? STRING : container.field(key)),
    names: () => ["kind", ...(container.names?.() ?? [])],
  };
}
