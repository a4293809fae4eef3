// The macros that run an expression for every element (cel-go parser/macro.go, ext/comprehensions.go, ext/lists.go).

import { Binding, type Evaluation, type Scope } from "./evaluate.ts";
import type { FoldExpr } from "./tree.ts";
import { CelError, compare, equals, ListValue, MapValue, NONE, OptionalValue, type Value } from "./values.ts";

interface Element {
  readonly key: Value;
  readonly value: Value;
}

export function foldOptional(run: Evaluation, expr: FoldExpr, range: Value, scope: Scope): Value {
  if (!(range instanceof OptionalValue)) throw new CelError("no such overload");
  if (range.value === undefined) return NONE;
  const value = run.run(expr.body, new Binding(scope, expr.variables[0] ?? "", range.value));
  if (expr.macro === "optMap") return new OptionalValue(value);
  if (!(value instanceof OptionalValue)) throw new CelError("no such overload");
  return value;
}

export function foldRange(run: Evaluation, expr: FoldExpr, range: Value, scope: Scope): Value {
  const elements = elementsOf(range);
  const bind = bindingOf(expr, range, scope);
  switch (expr.macro) {
    case "all":
      return quantify(run, expr, { elements, bind, range }, false);
    case "exists":
      return quantify(run, expr, { elements, bind, range }, true);
    case "existsOne":
      return existsOne(run, expr, elements, bind, range);
    case "filter":
      return new ListValue(
        elements
          .filter(element => isHeld(run, expr.body, bind(element)))
          .map(({ key, value }) => (range instanceof MapValue ? key : value)),
      );
    case "map":
    case "transformList":
      return new ListValue(kept(run, expr, elements, bind).map(element => run.run(expr.body, bind(element))));
    case "sortBy":
      return sortBy(run, expr, elements, bind);
    default:
      return transformMap(run, expr, elements, bind);
  }
}

type Bind = (element: Element) => Scope;
interface Walk {
  readonly elements: readonly Element[];
  readonly bind: Bind;
  readonly range: Value;
}

function elementsOf(range: Value): Element[] {
  if (range instanceof ListValue) return range.items.map((value, index) => ({ key: BigInt(index), value }));
  if (range instanceof MapValue) return range.entries().map(([key, value]) => ({ key, value }));
  throw new CelError("no such overload");
}

/** One variable is an item of a list or a key of a map; two are index and item, or key and value. */
function bindingOf({ variables }: FoldExpr, range: Value, scope: Scope): Bind {
  const [first = "", second] = variables;
  if (second !== undefined) return ({ key, value }) => new Binding(new Binding(scope, first, key), second, value);
  const isMap = range instanceof MapValue;
  return ({ key, value }) => new Binding(scope, first, isMap ? key : value);
}

function isHeld(run: Evaluation, expr: FoldExpr["body"], scope: Scope): boolean {
  run.spend(1);
  const held = run.attempt(expr, scope);
  if (held instanceof CelError) throw held;
  return held;
}

function kept(run: Evaluation, { filter }: FoldExpr, elements: readonly Element[], bind: Bind): readonly Element[] {
  run.spend(elements.length);
  return filter === undefined ? elements : elements.filter(element => isHeld(run, filter, bind(element)));
}

/** One element decides, whatever happens with the others; the reads of those that did not are forgotten. */
function quantify(run: Evaluation, expr: FoldExpr, { elements, bind, range }: Walk, deciding: boolean): boolean {
  const mark = run.reads.length;
  let failed: { error: CelError; reads: Evaluation["reads"] } | undefined;
  for (const element of elements) {
    run.spend(1);
    const held = run.attempt(expr.body, bind(element));
    if (held === deciding) {
      noteElement(run, mark, range, element);
      return deciding;
    }
    if (held instanceof CelError) failed ??= { error: held, reads: run.reads.slice(mark) };
    run.reads.length = mark;
  }
  if (failed !== undefined) {
    run.reads.push(...failed.reads);
    throw failed.error;
  }
  noteRange(run, range);
  return !deciding;
}

/** Where the condition read nothing of the element (a scalar of a list), the element itself was found wanting. */
function noteElement(run: Evaluation, mark: number, range: Value, { key }: Element): void {
  if (run.reads.length > mark) return;
  if (range instanceof ListValue && range.place) run.reads.push({ path: [...range.place, Number(key)] });
  if (range instanceof MapValue && range.place && typeof key === "string")
    run.reads.push({ path: [...range.place, key] });
}

function noteRange(run: Evaluation, range: Value): void {
  if ((range instanceof ListValue || range instanceof MapValue) && range.place) run.reads.push({ path: range.place });
}

function existsOne(run: Evaluation, expr: FoldExpr, elements: readonly Element[], bind: Bind, range: Value): boolean {
  const mark = run.reads.length;
  let count = 0;
  for (const element of elements) if (isHeld(run, expr.body, bind(element))) count++;
  run.reads.length = mark;
  noteRange(run, range);
  return count === 1;
}

function transformMap(run: Evaluation, expr: FoldExpr, elements: readonly Element[], bind: Bind): Value {
  const result: (readonly [Value, Value])[] = [];
  for (const element of kept(run, expr, elements, bind)) {
    const value = run.run(expr.body, bind(element));
    if (expr.macro === "transformMap") {
      result.push([element.key, value]);
      continue;
    }
    if (!(value instanceof MapValue)) throw new CelError("no such overload");
    for (const entry of value.entries()) {
      run.spend(result.length);
      if (result.some(([key]) => equals(key, entry[0])))
        throw new CelError(`insert failed: key ${String(entry[0])} already exists`);
      result.push(entry);
    }
  }
  return new MapValue(result);
}

function sortBy(run: Evaluation, expr: FoldExpr, elements: readonly Element[], bind: Bind): Value {
  run.spend(elements.length * 2);
  const keyed = elements.map(element => ({ element, key: run.run(expr.body, bind(element)) }));
  keyed.sort((a, b) => ordered(a.key, b.key));
  return new ListValue(keyed.map(({ element }) => element.value));
}

/** The order of two values of one type; an error where they have none. */
export function ordered(a: Value, b: Value): number {
  const order = compare(a, b);
  if (order === undefined) throw new CelError("no such overload");
  return order;
}
