// Lists (apiserver/pkg/cel/library/lists.go, cel-go ext/lists.go) and sets (cel-go ext/sets.go).

import { ordered } from "./fold.ts";
import type { Functions, Run } from "./functions.ts";
import { CelError, checkedInt, Duration, equals, ListValue, Uint, type Value } from "./values.ts";

export function addLists(functions: Functions): void {
  addKubernetesLists(functions);
  addMoreLists(functions);
  addSets(functions);
}

const COMPARABLE = ["int", "uint", "double", "bool", "string", "bytes", "timestamp", "duration"];

function addKubernetesLists(functions: Functions): void {
  for (const type of COMPARABLE) {
    functions.add("isSorted", `list(${type}).(): bool`, ({ items }: ListValue) =>
      items.every((item, index) => index === 0 || ordered(items[index - 1] ?? null, item) <= 0),
    );
    functions.add("min", `list(${type}).(): ${type}`, (list: ListValue) => extreme(list, -1));
    functions.add("max", `list(${type}).(): ${type}`, (list: ListValue) => extreme(list, 1));
  }
  for (const type of ["int", "uint", "double", "duration"])
    functions.add("sum", `list(${type}).(): ${type}`, sumOf(type));
  functions.add(
    "indexOf",
    "list(A).(A): int",
    (run: Run, list: ListValue, item: Value) => {
      return BigInt(list.items.findIndex(other => equals(item, other, () => run.spend(1))));
    },
    true,
  );
  functions.add(
    "lastIndexOf",
    "list(A).(A): int",
    (run: Run, list: ListValue, item: Value) => {
      return BigInt(list.items.findLastIndex(other => equals(item, other, () => run.spend(1))));
    },
    true,
  );
}

function extreme({ items }: ListValue, direction: 1 | -1): Value {
  let best = items[0];
  if (best === undefined) throw new CelError(`${direction < 0 ? "min" : "max"} called on empty list`);
  for (const item of items) if (ordered(item, best) * direction > 0) best = item;
  return best;
}

function sumOf(type: string): (list: ListValue) => Value {
  return ({ items }) => {
    const kinds = new Set(items.map(item => typeof item));
    const [first] = items;
    if (typeof first === "number" || (first === undefined && type === "double")) {
      if (kinds.size > 1) throw new CelError("no such overload");
      return items.reduce<number>((sum, item) => sum + Number(item), 0);
    }
    const whole = items.reduce<bigint>((sum, item) => sum + wholeOf(item, first), 0n);
    if (first instanceof Uint || (first === undefined && type === "uint")) return new Uint(whole);
    return first instanceof Duration || (first === undefined && type === "duration")
      ? new Duration(whole)
      : checkedInt(whole);
  };
}

function wholeOf(item: Value, first: Value | undefined): bigint {
  if (typeof item === "bigint" && typeof first === "bigint") return item;
  if (item instanceof Uint && first instanceof Uint) return item.value;
  if (item instanceof Duration && first instanceof Duration) return item.nanos;
  throw new CelError("no such overload");
}

function addMoreLists(functions: Functions): void {
  functions.add("slice", "list(A).(int, int): list(A)", slice);
  functions.add("flatten", "list(list(A)).(): list(A)", (run: Run, list: ListValue) => flatten(run, list, 1n), true);
  functions.add("flatten", "list(dyn).(int): list(dyn)", flatten, true);
  functions.add("distinct", "list(A).(): list(A)", distinct, true);
  functions.add("reverse", "list(A).(): list(A)", ({ items }: ListValue) => new ListValue([...items].reverse()));
  functions.add("lists.range", "(int): list(int)", range, true);
  for (const type of COMPARABLE)
    functions.add(
      "sort",
      `list(${type}).(): list(${type})`,
      (run: Run, { items }: ListValue) => {
        run.spend(items.length);
        return new ListValue([...items].sort(ordered));
      },
      true,
    );
}

function slice({ items }: ListValue, from: bigint, to: bigint): Value {
  if (from < 0n || to < 0n || from > to || to > items.length)
    throw new CelError(`cannot slice(${from}, ${to}), list is length ${items.length}`);
  return new ListValue(items.slice(Number(from), Number(to)));
}

function flatten(run: Run, { items }: ListValue, depth: bigint): ListValue {
  if (depth < 0n) throw new CelError("level must be non-negative");
  run.spend(items.length);
  const result: Value[] = [];
  for (const item of items)
    if (item instanceof ListValue && depth > 0n) result.push(...flatten(run, item, depth - 1n).items);
    else result.push(item);
  return new ListValue(result);
}

function distinct(run: Run, { items }: ListValue): Value {
  const result: Value[] = [];
  for (const item of items) if (!result.some(other => equals(item, other, () => run.spend(1)))) result.push(item);
  return new ListValue(result);
}

function range(run: Run, count: bigint): Value {
  if (count > 1_000_000n) run.spend(Number(count));
  run.spend(Math.max(0, Number(count)));
  return new ListValue(Array.from({ length: Math.max(0, Number(count)) }, (_, index) => BigInt(index)));
}

function addSets(functions: Functions): void {
  functions.add("sets.contains", "(list(A), list(A)): bool", containsAll, true);
  functions.add(
    "sets.equivalent",
    "(list(A), list(A)): bool",
    (run: Run, a: ListValue, b: ListValue) => containsAll(run, a, b) && containsAll(run, b, a),
    true,
  );
  functions.add(
    "sets.intersects",
    "(list(A), list(A)): bool",
    (run: Run, a: ListValue, b: ListValue) => a.items.some(item => has(run, b, item)),
    true,
  );
}

function has(run: Run, { items }: ListValue, item: Value): boolean {
  return items.some(other => equals(item, other, () => run.spend(1)));
}

function containsAll(run: Run, list: ListValue, part: ListValue): boolean {
  return part.items.every(item => has(run, list, item));
}
