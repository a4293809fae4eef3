// Runs a checked expression on values, with cel-go's rules about errors, and notes which fields it read on the way to its answer.

import type { Path } from "../../diagnostic.ts";
import { isTypeName, qualifiedName } from "./check.ts";
import { foldOptional, foldRange } from "./fold.ts";
import type { Functions, Run } from "./functions.ts";
import type { CallExpr, Expr } from "./tree.ts";
import {
  BudgetError,
  CelError,
  isKey,
  ListValue,
  MapValue,
  NONE,
  OptionalValue,
  TypeValue,
  Uint,
  type Value,
} from "./values.ts";

/** What one expression may cost, in steps (PerCallLimit of apiserver/pkg/apis/cel). */
export const MOST_STEPS = 1_000_000;

/** Counts the work of all expressions on one object (RuntimeCELCostBudget). */
export class Budget {
  private left = 10_000_000;

  take(amount: number): void {
    this.left -= amount;
    if (this.left < 0) throw new BudgetError("the policy's expressions ran out of their cost budget on this object");
  }
}

/** A field that was looked at, in the order of looking. */
export interface Read {
  readonly path: Path;
}

/** The variables an expression sees. */
export interface Scope {
  get(name: string): Value | undefined;
  has(name: string): boolean;
}

/** A variable of a macro over those around it. */
export class Binding implements Scope {
  private readonly outer: Scope;
  private readonly name: string;
  private readonly value: Value;

  constructor(outer: Scope, name: string, value: Value) {
    this.outer = outer;
    this.name = name;
    this.value = value;
  }

  get(name: string): Value | undefined {
    return name === this.name ? this.value : this.outer.get(name);
  }

  has(name: string): boolean {
    return name === this.name || this.outer.has(name);
  }
}

export class Evaluation implements Run {
  /** Fields whose values matter for the answer so far. */
  readonly reads: Read[] = [];
  private readonly functions: Functions;
  private readonly roots: Scope;
  private readonly budget: Budget;
  private steps = 0;

  constructor(functions: Functions, roots: Scope, budget: Budget) {
    this.functions = functions;
    this.roots = roots;
    this.budget = budget;
  }

  spend(amount: number): void {
    this.steps += amount;
    if (this.steps > MOST_STEPS)
      throw new BudgetError(
        `actual cost limit exceeded: the expression takes more than ${MOST_STEPS} steps on this object`,
      );
    this.budget.take(amount);
  }

  run(expr: Expr, scope: Scope = this.roots): Value {
    try {
      return this.value(expr, scope);
    } catch (error) {
      if (error instanceof CelError) error.at ??= expr.at;
      throw error;
    }
  }

  private value(expr: Expr, scope: Scope): Value {
    switch (expr.kind) {
      case "literal":
        return expr.value;
      case "ident":
        return this.identifier(expr.name, scope);
      case "select":
        return this.selection(expr, scope);
      case "has":
        return this.has(this.run(expr.operand, scope), expr.field);
      case "index": {
        this.spend(1);
        return this.access(this.run(expr.operand, scope), this.run(expr.index, scope), expr.optional);
      }
      case "call":
        return this.call(expr, scope);
      case "list":
        return this.list(expr, scope);
      case "map":
        return this.map(expr, scope);
      case "fold": {
        const range = this.run(expr.range, scope);
        if (expr.macro === "optMap" || expr.macro === "optFlatMap") return foldOptional(this, expr, range, scope);
        return foldRange(this, expr, range, scope);
      }
    }
  }

  private identifier(name: string, scope: Scope): Value {
    this.spend(1);
    const value = scope.get(name);
    if (value !== undefined) return value;
    if (isTypeName(name)) return new TypeValue(name);
    throw new CelError(`no such attribute: ${name}`);
  }

  private selection(expr: Extract<Expr, { kind: "select" }>, scope: Scope): Value {
    this.spend(1);
    const name = qualifiedName(expr);
    if (name !== undefined) {
      const whole = scope.get(name);
      if (whole !== undefined) return whole;
      if (isTypeName(name)) return new TypeValue(name);
    }
    return this.access(this.run(expr.operand, scope), expr.field, expr.optional);
  }

  /** A field or an element. Behind an optional everything is optional. */
  private access(operand: Value, key: Value, optional: boolean): Value {
    if (operand instanceof OptionalValue)
      return operand.value === undefined ? NONE : this.access(operand.value, key, true);
    const found = this.find(operand, key);
    if (optional) return found === undefined ? NONE : new OptionalValue(found);
    if (found !== undefined) return found;
    if (operand instanceof ListValue) throw new CelError(`index out of bounds: ${shown(key)}`);
    throw new CelError(`no such key: ${shown(key)}`);
  }

  private find(operand: Value, key: Value): Value | undefined {
    if (operand instanceof MapValue) {
      this.note(operand, key);
      return operand.get(key, this);
    }
    if (operand instanceof ListValue) {
      const index = indexOf(key);
      if (index === undefined) throw new CelError("invalid list index");
      if (index >= 0 && index < operand.items.length) this.note(operand, index);
      else if (operand.place !== undefined) this.reads.push({ path: operand.place });
      return operand.items[index];
    }
    throw new CelError("no such overload");
  }

  private note(operand: MapValue | ListValue, key: Value | number): void {
    if (typeof key !== "string" && typeof key !== "number") return;
    const path = operand instanceof MapValue ? operand.placeOf(key) : operand.place && [...operand.place, key];
    if (path !== undefined) this.reads.push({ path });
  }

  private has(operand: Value, field: string): Value {
    this.spend(1);
    if (operand instanceof OptionalValue) return operand.value === undefined ? false : this.has(operand.value, field);
    if (!(operand instanceof MapValue)) throw new CelError("no such overload");
    return this.find(operand, field) !== undefined;
  }

  private call(expr: CallExpr, scope: Scope): Value {
    this.spend(1);
    const { name, target, args } = expr;
    if (name === "_&&_" || name === "_||_") return this.logical(name === "_||_", args, scope);
    if (name === "_?_:_") return this.choice(args, scope);
    const qualified = target === undefined ? undefined : qualifiedName(target);
    if (qualified !== undefined && this.functions.has(`${qualified}.${name}`) && !scope.has(qualified))
      return this.functions.call(`${qualified}.${name}`, false, this.all(args, scope), this);
    if (name === "orValue" || name === "or") return this.otherwise(expr, scope);
    const values = this.all(target === undefined ? args : [target, ...args], scope);
    if (name === "@in" && values[1] instanceof MapValue) this.note(values[1], values[0] ?? null);
    this.spend(traversal(name, values));
    return this.functions.call(name, target !== undefined, values, this);
  }

  private all(exprs: readonly Expr[], scope: Scope): Value[] {
    return exprs.map(expr => this.run(expr, scope));
  }

  /** The alternative is not looked at where there is a value. */
  private otherwise({ name, target, args }: CallExpr, scope: Scope): Value {
    const [alternative] = args;
    const value = target === undefined ? null : this.run(target, scope);
    if (!(value instanceof OptionalValue) || alternative === undefined) throw new CelError("no such overload");
    if (value.value === undefined) return this.run(alternative, scope);
    return name === "or" ? value : value.value;
  }

  /** One side decides alone, whatever the other one does; only then an error is the answer. */
  private logical(deciding: boolean, [left, right]: readonly Expr[], scope: Scope): Value {
    if (left === undefined || right === undefined) throw new CelError("no such overload");
    const mark = this.reads.length;
    const first = this.attempt(left, scope);
    if (first === deciding) return deciding;
    // What held is not to blame.
    if (first === true) this.reads.length = mark;
    const kept = this.reads.length;
    const second = this.attempt(right, scope);
    if (second === deciding) return deciding;
    if (first instanceof CelError) {
      this.reads.length = kept;
      throw first;
    }
    if (second instanceof CelError) throw second;
    return !deciding;
  }

  /** A bool, or the error in its place. */
  attempt(expr: Expr, scope: Scope): boolean | CelError {
    try {
      const value = this.run(expr, scope);
      return typeof value === "boolean" ? value : new CelError("no such overload");
    } catch (error) {
      if (error instanceof CelError) return error;
      throw error;
    }
  }

  private choice([condition, yes, no]: readonly Expr[], scope: Scope): Value {
    if (condition === undefined || yes === undefined || no === undefined) throw new CelError("no such overload");
    const mark = this.reads.length;
    const held = this.run(condition, scope);
    if (typeof held !== "boolean") throw new CelError("no such overload");
    const between = this.reads.length;
    const value = this.run(held ? yes : no, scope);
    if (this.reads.length > between) this.reads.splice(mark, between - mark);
    return value;
  }

  private list(expr: Extract<Expr, { kind: "list" }>, scope: Scope): Value {
    this.spend(expr.items.length);
    const items: Value[] = [];
    for (const { value, optional } of expr.items) {
      const item = this.run(value, scope);
      if (!optional) items.push(item);
      else if (!(item instanceof OptionalValue)) throw new CelError("no such overload");
      else if (item.value !== undefined) items.push(item.value);
    }
    return new ListValue(items);
  }

  private map(expr: Extract<Expr, { kind: "map" }>, scope: Scope): Value {
    this.spend(expr.entries.length);
    const entries: [Value, Value][] = [];
    const seen = new Set<string>();
    for (const entry of expr.entries) {
      const key = this.run(entry.key, scope);
      const value = this.run(entry.value, scope);
      if (!isKey(key)) throw new CelError("unsupported key type");
      if (seen.has(shown(key))) throw new CelError(`Failed with repeated key: ${shown(key)}`);
      seen.add(shown(key));
      if (!entry.optional) entries.push([key, value]);
      else if (!(value instanceof OptionalValue)) throw new CelError("no such overload");
      else if (value.value !== undefined) entries.push([key, value.value]);
    }
    return new MapValue(entries);
  }
}

/** Functions that look at every item; others of lists count on their own, or look at none. */
const WALKING = new Set(["isSorted", "sum", "min", "max", "join", "slice", "reverse", "format"]);

/** A text costs a tenth of its length each time it is looked at (cel-go interpreter/runtimecost.go). */
function traversal(name: string, values: readonly Value[]): number {
  let cost = 0;
  for (const value of values) {
    if (typeof value === "string") cost += Math.ceil(value.length / 10);
    else if (value instanceof ListValue && WALKING.has(name)) cost += value.items.length;
  }
  return cost;
}

function indexOf(key: Value): number | undefined {
  if (typeof key === "bigint") return Number(key);
  if (key instanceof Uint) return Number(key.value);
  return typeof key === "number" && Number.isInteger(key) ? key : undefined;
}

function shown(key: Value): string {
  return key instanceof Uint ? String(key.value) : String(key);
}
