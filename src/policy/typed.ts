// Expressions against the types of the kinds a policy is about: fields that none of them has
// (apiserver/pkg/admission/plugin/policy/validating/typechecking.go, which puts them into the status of the policy).

import { nearestTo } from "../nearest.ts";
import { type Scalar, type Type as SchemaType, structOf } from "../schema/tables.ts";
import { isServed, type Kind, kindsIn } from "../schema/versions.ts";
import { check } from "./cel/check.ts";
import type { Fault } from "./cel/tree.ts";
import { DYN, listOf, mapOf, STRING, type Type } from "./cel/types.ts";
import type { Compiler, Expression, ExpressionFault, Policy } from "./compile.ts";
import { declaredVariables } from "./environment.ts";
import { resourceName } from "./matching.ts";

/** The server looks at this many types as well. */
const MOST_KINDS = 10;

export function unknownFields(policy: Policy, { functions }: Compiler, minor: number): ExpressionFault[] {
  const kinds = kindsOf(policy, minor);
  if (kinds.length === 0) return [];
  return expressionsOf(policy).flatMap(expression => {
    const found = kinds.map(kind => {
      const variables = declaredVariables({
        ...{ params: true, authorizer: true, object: structType(kind.type, minor) },
        variables: new Map(policy.variables.map(({ name, expression }) => [name, expression?.type ?? DYN])),
      });
      return check(expression.expr, { functions, variables }).faults.filter(({ unknown }) => unknown !== undefined);
    });
    return inAll(found).map(fault => ({ at: expression.at, offset: fault.at, message: unknownField(fault, kinds) }));
  });
}

/** A field that one of the kinds has is asked about on purpose. */
export function inAll([first = [], ...others]: readonly (readonly Fault[])[]): Fault[] {
  return first.filter(({ at }) => others.every(faults => faults.some(fault => fault.at === at)));
}

/** `no field "x" in Container of Deployment; did you mean "y"?` */
export function unknownField({ unknown }: Fault, kinds: readonly Kind[]): string {
  const { field = "", type = "", names = [] } = unknown ?? {};
  const nearest = nearestTo(field, names);
  const where = kinds.length === 0 ? type : kinds.map(({ kind }) => kind).join(", ");
  const owner = kinds.length === 0 || kinds.some(({ type: name }) => name === type) ? "" : `${type} of `;
  return `no field "${field}" in ${owner}${where}${nearest === undefined ? "" : `; did you mean "${nearest}"?`}`;
}

function expressionsOf({ conditions, variables, validations, annotations }: Policy): Expression[] {
  const all = [
    ...conditions.map(({ expression }) => expression),
    ...variables.map(({ expression }) => expression),
    ...validations.flatMap(({ expression, messageExpression }) => [expression, messageExpression]),
    ...annotations.map(({ expression }) => expression),
  ];
  return all.filter(expression => expression !== undefined);
}

/** The kinds that the policy names; none where a star takes in more than can be listed. */
function kindsOf({ spec }: Policy, minor: number): Kind[] {
  const kinds = new Set<Kind>();
  for (const rule of spec.get("matchConstraints", "resourceRules").items()) {
    const texts = (key: string) =>
      rule
        .get(key)
        .items()
        .map(({ scalar }) => String(scalar));
    const resources = texts("resources");
    if ([...texts("apiGroups"), ...texts("apiVersions"), ...resources].some(text => text.includes("*"))) return [];
    for (const group of texts("apiGroups"))
      for (const version of texts("apiVersions"))
        for (const kind of kindsIn(group === "" ? version : `${group}/${version}`).values())
          if (isServed(kind, minor) && resources.includes(resourceName(kind.kind))) kinds.add(kind);
  }
  return [...kinds].slice(0, MOST_KINDS);
}

const types = new Map<string, Extract<Type, { kind: "struct" }>>();

export function structType(name: string, minor: number): Extract<Type, { kind: "struct" }> {
  const key = `${name} ${minor}`;
  let type = types.get(key);
  if (type === undefined) {
    const fields = structOf(name);
    const isThere = (field: string) => fields.get(field)?.minors?.has(minor) !== false;
    type = {
      kind: "struct",
      name,
      field: field => {
        const found = isThere(field) ? fields.get(field) : undefined;
        return found === undefined ? undefined : typeOf(found.type, minor);
      },
      names: () => [...fields.keys()].filter(isThere),
    };
    types.set(key, type);
  }
  return type;
}

function typeOf(type: SchemaType, minor: number): Type {
  if (type.kind === "struct") return structType(type.name, minor);
  if (type.kind === "list") return listOf(typeOf(type.of, minor));
  return type.kind === "map" ? mapOf(STRING, typeOf(type.of, minor)) : scalarType(type.scalar);
}

function scalarType(scalar: Scalar): Type {
  if (scalar === "boolean") return { kind: "bool" };
  if (scalar === "int32" || scalar === "int64") return { kind: "int" };
  if (scalar === "double") return { kind: "double" };
  return scalar === "string" || scalar === "quantity" ? STRING : DYN;
}
