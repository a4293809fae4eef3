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
  const compile = (at: Field, wanted: readonly string[] | undefined, declared: Omit<Declared, "params">) =>
    compileExpression(at, wanted, { ...declared, params }, { compiler, faults });
  const types = new Map<string, Type>();
  const variables = spec
    .get("variables")
    .items()
    .map(item => {
      const expression = compile(item.get("expression"), undefined, { authorizer: true, variables: types });
      const name = textOf(item.get("name"));
      types.set(name, expression?.type ?? { kind: "dyn" });
      return { name, expression };
    });
  const conditions = spec
    .get("matchConditions")
    .items()
    .map(item => ({
      name: textOf(item.get("name")),
      expression: compile(item.get("expression"), ["bool"], { authorizer: true }),
    }));
  const validations = spec
    .get("validations")
    .items()
    .map(at => ({
      at,
      expression: compile(at.get("expression"), ["bool"], { authorizer: true, variables: types }),
      message: textOf(at.get("message")),
      messageExpression: compile(at.get("messageExpression"), ["string"], { authorizer: false, variables: types }),
    }));
  const annotations = spec
    .get("auditAnnotations")
    .items()
    .map(item => ({
      name: textOf(item.get("key")),
      expression: compile(item.get("valueExpression"), ["string", "null_type"], { authorizer: true, variables: types }),
    }));
  return {
    ...{
      name: textOf(root.get("metadata", "name")),
      root,
      spec,
      conditions,
      variables,
      validations,
      annotations,
      faults,
    },
    matcher: new Matcher(spec.get("matchConstraints"), false),
    ignoresFailures: spec.get("failurePolicy").scalar === "Ignore",
    paramKind: params ? { apiVersion: textOf(kind.get("apiVersion")), kind: textOf(kind.get("kind")) } : undefined,
  };
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
