// Types of an expression, and what the server's compiler refuses in it (cel-go checker/checker.go).

import { type Functions, formatCall, type Overload } from "./functions.ts";
import { checkLiteralArgument } from "./literals.ts";
import type { CallExpr, Expr, Fault, FoldExpr } from "./tree.ts";
import {
  Bindings,
  BOOL,
  DYN,
  ERROR,
  formatType,
  INT,
  insideOptional,
  isDyn,
  isSameType,
  listOf,
  mapOf,
  mostGeneral,
  optionalOf,
  STRING,
  type Type,
} from "./types.ts";
import { kindOf } from "./values.ts";

export interface Environment {
  readonly functions: Functions;
  readonly variables: ReadonlyMap<string, Type>;
}

export interface Checked {
  readonly type: Type;
  readonly faults: readonly Fault[];
}

export function check(expr: Expr, environment: Environment): Checked {
  const checker = new Checker(environment);
  const type = checker.check(expr, new Map());
  return { type: checker.bindings.substitute(type, true), faults: checker.faults };
}

type Scope = ReadonlyMap<string, Type>;

const TYPE_NAMES: Readonly<Record<string, Type>> = {
  list: listOf(DYN),
  map: mapOf(DYN, DYN),
  bool: BOOL,
  int: INT,
  uint: { kind: "uint" },
  double: { kind: "double" },
  string: STRING,
  bytes: { kind: "bytes" },
  null_type: { kind: "null" },
  type: { kind: "type", of: DYN },
  optional_type: optionalOf(DYN),
  "google.protobuf.Timestamp": { kind: "timestamp" },
  "google.protobuf.Duration": { kind: "duration" },
};

/** The name that a chain of selections spells: `optional.of`, `ip.isCanonical`. */
export function qualifiedName(expr: Expr): string | undefined {
  if (expr.kind === "ident") return expr.name;
  if (expr.kind !== "select" || expr.optional) return undefined;
  const operand = qualifiedName(expr.operand);
  return operand === undefined ? undefined : `${operand}.${expr.field}`;
}

export function isTypeName(name: string): boolean {
  return Object.hasOwn(TYPE_NAMES, name);
}

class Checker {
  readonly bindings = new Bindings();
  readonly faults: Fault[] = [];
  private readonly environment: Environment;

  constructor(environment: Environment) {
    this.environment = environment;
  }

  private fault(at: number, message: string): Type {
    this.faults.push({ at, message });
    return ERROR;
  }

  check(expr: Expr, scope: Scope): Type {
    switch (expr.kind) {
      case "literal":
        return { kind: kindOf(expr.value) } as Type;
      case "ident":
        return this.identifier(expr.name, scope) ?? this.undeclared(expr.at, expr.name);
      case "select":
        return this.selection(expr, scope);
      case "has":
        this.select(this.check(expr.operand, scope), expr.field, expr.at, false);
        return BOOL;
      case "index":
        return this.index(expr, scope);
      case "call":
        return this.call(expr, scope);
      case "list":
        return this.list(expr, scope);
      case "map":
        return this.map(expr, scope);
      case "fold":
        return this.fold(expr, scope);
    }
  }

  private undeclared(at: number, name: string): Type {
    return this.fault(at, `undeclared reference to '${name}'`);
  }

  private identifier(name: string, scope: Scope): Type | undefined {
    const known = scope.get(name) ?? this.environment.variables.get(name);
    if (known !== undefined) return known;
    return isTypeName(name) ? { kind: "type", of: TYPE_NAMES[name] ?? DYN } : undefined;
  }

  private selection(expr: Extract<Expr, { kind: "select" }>, scope: Scope): Type {
    const name = qualifiedName(expr);
    if (name !== undefined && !scope.has(name.split(".")[0] ?? "")) {
      const whole = this.identifier(name, new Map());
      if (whole !== undefined) return whole;
    }
    return this.select(this.check(expr.operand, scope), expr.field, expr.at, expr.optional);
  }

  private select(operand: Type, field: string, at: number, optional: boolean): Type {
    const type = this.bindings.substitute(operand);
    const inside = insideOptional(type);
    const found = this.fieldOf(inside === undefined ? type : this.bindings.substitute(inside), field, at);
    return inside !== undefined || optional ? optionalOf(found) : found;
  }

  private fieldOf(type: Type, field: string, at: number): Type {
    if (type.kind === "map") return type.value;
    if (type.kind === "struct") {
      const found = type.field(field);
      if (found !== undefined) return found;
      const unknown = { field, type: type.name, names: type.names?.() ?? [] };
      this.faults.push({ at, message: `undefined field '${field}'`, unknown });
      return ERROR;
    }
    if (type.kind === "parameter") {
      this.bindings.accepts([type], [DYN]);
      return DYN;
    }
    if (isDyn(type)) return DYN;
    return this.fault(at, `type '${formatType(type)}' does not support field selection`);
  }

  private index(expr: Extract<Expr, { kind: "index" }>, scope: Scope): Type {
    const args = [this.check(expr.operand, scope), this.check(expr.index, scope)];
    return this.resolve(expr.at, expr.optional ? "_[?_]" : "_[_]", false, args);
  }

  private call(expr: CallExpr, scope: Scope): Type {
    const { functions } = this.environment;
    const qualified = expr.target === undefined ? undefined : qualifiedName(expr.target);
    const full = qualified === undefined ? undefined : `${qualified}.${expr.name}`;
    if (full !== undefined && functions.has(full) && !scope.has(full.split(".")[0] ?? ""))
      return this.resolve(expr.at, full, false, this.arguments(expr, scope));
    const args = this.arguments(expr, scope);
    if (expr.target !== undefined) args.unshift(this.check(expr.target, scope));
    if (!functions.has(expr.name)) return this.undeclared(expr.at, expr.name);
    const literal = checkLiteralArgument(expr);
    if (literal !== undefined) this.faults.push(literal);
    return this.resolve(expr.at, expr.name, expr.target !== undefined, args);
  }

  private arguments(expr: CallExpr, scope: Scope): Type[] {
    return expr.args.map(arg => this.check(arg, scope));
  }

  private resolve(at: number, name: string, isMember: boolean, given: readonly Type[]): Type {
    if (given.some(type => type.kind === "error")) return ERROR;
    const args = given.map(type => this.bindings.substitute(type));
    let result: Type | undefined;
    for (const overload of this.environment.functions.of(name)) {
      const found = overload.isMember === isMember ? this.apply(overload, args) : undefined;
      if (found === undefined) continue;
      if (result === undefined) result = found;
      else if (!isDyn(result) && !isSameType(found, result)) result = DYN;
    }
    return (
      result ??
      this.fault(
        at,
        formatCall(
          name,
          args.map(type => this.bindings.substitute(type, true)),
          isMember,
        ),
      )
    );
  }

  private apply(overload: Overload, args: readonly Type[]): Type | undefined {
    const [result = DYN, ...wanted] = this.bindings.instantiate([overload.result, ...overload.args]);
    if (!this.bindings.accepts(args, wanted)) return undefined;
    return this.bindings.substitute(result);
  }

  private list(expr: Extract<Expr, { kind: "list" }>, scope: Scope): Type {
    let of: Type | undefined;
    for (const { value, optional } of expr.items) of = this.join(of, this.element(value, optional, scope), value.at);
    return listOf(of ?? this.bindings.fresh());
  }

  private element(value: Expr, optional: boolean, scope: Scope): Type {
    const type = this.bindings.substitute(this.check(value, scope));
    if (!optional || isDyn(type)) return type;
    return (
      insideOptional(type) ?? this.fault(value.at, `expected type 'optional_type' but found '${formatType(type)}'`)
    );
  }

  private join(before: Type | undefined, type: Type, at: number): Type {
    if (before === undefined) return type;
    if (this.bindings.accepts([before], [type])) return mostGeneral(before, type);
    return this.fault(at, `expected type '${formatType(before)}' but found '${formatType(type)}'`);
  }

  private map(expr: Extract<Expr, { kind: "map" }>, scope: Scope): Type {
    let keys: Type | undefined;
    let values: Type | undefined;
    for (const { key, value, optional } of expr.entries) {
      keys = this.join(keys, this.check(key, scope), key.at);
      values = this.join(values, this.element(value, optional, scope), value.at);
    }
    return mapOf(keys ?? this.bindings.fresh(), values ?? this.bindings.fresh());
  }

  private fold(expr: FoldExpr, scope: Scope): Type {
    const range = this.bindings.substitute(this.check(expr.range, scope));
    if (expr.macro === "optMap" || expr.macro === "optFlatMap") return this.optionalFold(expr, range, scope);
    const inner = this.withVariables(expr, range, scope);
    if (expr.filter !== undefined) this.condition(expr.filter, inner);
    if (["all", "exists", "existsOne", "filter"].includes(expr.macro)) {
      this.condition(expr.body, inner);
      if (expr.macro !== "filter") return BOOL;
      return listOf(inner.get(expr.variables[0] ?? "") ?? DYN);
    }
    const body = this.check(expr.body, inner);
    if (expr.macro === "map" || expr.macro === "transformList") return listOf(body);
    if (expr.macro === "sortBy") return range.kind === "list" ? range : listOf(DYN);
    if (expr.macro === "transformMap") return mapOf(range.kind === "map" ? range.key : this.keyOf(range), body);
    const type = this.bindings.substitute(body);
    if (type.kind === "map" || isDyn(type)) return type;
    return this.fault(expr.body.at, `expected a map but found '${formatType(type)}'`);
  }

  private keyOf(range: Type): Type {
    return range.kind === "list" ? INT : DYN;
  }

  private optionalFold(expr: FoldExpr, range: Type, scope: Scope): Type {
    const inside = isDyn(range) ? DYN : insideOptional(range);
    if (inside === undefined) return this.fault(expr.at, formatCall(expr.macro, [range], true));
    const inner = new Map(scope).set(expr.variables[0] ?? "", inside);
    const body = this.check(expr.body, inner);
    if (expr.macro === "optMap") return optionalOf(body);
    const type = this.bindings.substitute(body);
    if (isDyn(type)) return optionalOf(DYN);
    return insideOptional(type) === undefined ? this.fault(expr.body.at, formatCall(expr.macro, [type], true)) : type;
  }

  private condition(expr: Expr, scope: Scope): void {
    const type = this.bindings.substitute(this.check(expr, scope));
    if (!this.bindings.accepts([type], [BOOL]))
      this.fault(expr.at, `expected type 'bool' but found '${formatType(type)}'`);
  }

  private withVariables({ range, variables }: FoldExpr, type: Type, scope: Scope): Scope {
    const [first = "", second] = variables;
    let types: readonly Type[] = [DYN, DYN];
    if (type.kind === "list") types = second === undefined ? [type.of] : [INT, type.of];
    else if (type.kind === "map") types = [type.key, type.value];
    else if (!isDyn(type) && type.kind !== "parameter")
      this.fault(
        range.at,
        `expression of type '${formatType(type)}' cannot be range of a comprehension (must be list, map, or dynamic)`,
      );
    const inner = new Map(scope).set(first, types[0] ?? DYN);
    return second === undefined ? inner : inner.set(second, types[1] ?? DYN);
  }
}
