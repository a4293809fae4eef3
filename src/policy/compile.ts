// A policy's expressions, compiled as the server compiles them when the policy is created
// (pkg/apis/admissionregistration/validation validateCELExpression and its callers).

import type { Field } from "../field.ts";
import { check, type Environment } from "./cel/check.ts";
import type { Functions } from "./cel/functions.ts";
import type { Parse } from "./cel/parse.ts";
import type { Expr } from "./cel/tree.ts";
import { formatType, type Type } from "./cel/types.ts";
import { type Declared, declaredVariables } from "./environment.ts";
import { Matcher } from "./matching.ts";

export interface Compiler {
  readonly parse: Parse;
  readonly functions: Functions;
}

/** An expression that the server would refuse: where it stands and the offset in it. */
export interface ExpressionFault {
  readonly at: Field;
  readonly offset: number;
  readonly message: string;
}

export interface Expression {
  readonly text: string;
  readonly at: Field;
  readonly expr: Expr;
  readonly type: Type;
}

export interface Validation {
  readonly expression: Expression | undefined;
  readonly message: string;
  readonly messageExpression: Expression | undefined;
  readonly at: Field;
}

export interface Named {
  readonly name: string;
  readonly expression: Expression | undefined;
}

export interface Policy {
  readonly name: string;
  readonly root: Field;
  readonly spec: Field;
  readonly matcher: Matcher;
  readonly ignoresFailures: boolean;
  readonly paramKind: { readonly apiVersion: string; readonly kind: string } | undefined;
  readonly conditions: readonly Named[];
  readonly variables: readonly Named[];
  readonly validations: readonly Validation[];
  readonly annotations: readonly Named[];
  readonly faults: readonly ExpressionFault[];
}

function textOf(field: Field): string {
  return typeof field.scalar === "string" ? field.scalar : "";
}

export function compilePolicy(root: Field, compiler: Compiler): Policy {
  const spec = root.get("spec");
  const faults: ExpressionFault[] = [];
  const kind = spec.get("paramKind");
  const params = kind.exists;
  const compile: Compile = (at, wanted, declared) =>
    compileExpression(at, wanted, { ...declared, params }, { compiler, faults });
  // In the server's order: variables first, each seeing those before it.
  const { variables, types } = compileVariables(spec, compile);
  const conditions = named(spec.get("matchConditions"), ["name", "expression"], at =>
    compile(at, ["bool"], { authorizer: true }),
  );
  const validations = spec
    .get("validations")
    .items()
    .map(at => compileValidation(at, types, compile));
  const annotations = named(spec.get("auditAnnotations"), ["key", "valueExpression"], at =>
    compile(at, ["string", "null_type"], { authorizer: true, variables: types }),
  );
  return {
    ...{ name: textOf(root.get("metadata", "name")), root, spec },
    ...{ conditions, variables, validations, annotations, faults },
    matcher: new Matcher(spec.get("matchConstraints"), false),
    ignoresFailures: spec.get("failurePolicy").scalar === "Ignore",
    paramKind: params ? { apiVersion: textOf(kind.get("apiVersion")), kind: textOf(kind.get("kind")) } : undefined,
  };
}

/** `wanted` are the types that the result may have, all of them where it is undefined. */
type Compile = (
  at: Field,
  wanted: readonly string[] | undefined,
  declared: Omit<Declared, "params">,
) => Expression | undefined;

function compileVariables(spec: Field, compile: Compile): { variables: Named[]; types: Map<string, Type> } {
  const types = new Map<string, Type>();
  const variables = named(spec.get("variables"), ["name", "expression"], (at, name) => {
    const expression = compile(at, undefined, { authorizer: true, variables: types });
    types.set(name, expression?.type ?? { kind: "dyn" });
    return expression;
  });
  return { variables, types };
}

function compileValidation(at: Field, variables: ReadonlyMap<string, Type>, compile: Compile): Validation {
  return {
    at,
    expression: compile(at.get("expression"), ["bool"], { authorizer: true, variables }),
    message: textOf(at.get("message")),
    messageExpression: compile(at.get("messageExpression"), ["string"], { authorizer: false, variables }),
  };
}

function named(
  list: Field,
  [nameKey, expressionKey]: readonly [string, string],
  compile: (at: Field, name: string) => Expression | undefined,
): Named[] {
  return list.items().map(item => {
    const name = textOf(item.get(nameKey));
    return { name, expression: compile(item.get(expressionKey), name) };
  });
}

function compileExpression(
  at: Field,
  wanted: readonly string[] | undefined,
  declared: Declared,
  { compiler, faults }: { compiler: Compiler; faults: ExpressionFault[] },
): Expression | undefined {
  const text = textOf(at);
  if (text.trim() === "") return undefined;
  const parsed = compiler.parse(text);
  if ("fault" in parsed) {
    faults.push({ at, offset: parsed.fault.at, message: parsed.fault.message });
    return undefined;
  }
  const environment: Environment = { functions: compiler.functions, variables: declaredVariables(declared) };
  const { type, faults: found } = check(parsed.expr, environment);
  // The first one is the cause; others often follow from it.
  const [first] = [...found].sort((a, b) => a.at - b.at);
  if (first !== undefined) faults.push({ at, offset: first.at, message: first.message });
  else if (wanted !== undefined && !wanted.includes(formatType(type)))
    faults.push({ at, offset: 0, message: `must evaluate to ${shownTypes(wanted)} but got ${formatType(type)}` });
  else return { text, at, expr: parsed.expr, type };
  return undefined;
}

function shownTypes(wanted: readonly string[]): string {
  return wanted.length === 1 ? (wanted[0] ?? "") : `one of [${wanted.join(" ")}]`;
}
