// The operators and the standard functions (cel-go common/stdlib), with optionals and numbers compared across types.

import { compilePattern } from "../../schema/crd/regexp.ts";
import { ordered } from "./fold.ts";
import type { Functions, Run } from "./functions.ts";
import { formatDuration, formatTimestamp, inZone, modulo, parseDuration, parseTimestamp } from "./times.ts";
import {
  CelError,
  checkedInt,
  Duration,
  equals,
  ListValue,
  MapValue,
  NONE,
  OptionalValue,
  Timestamp,
  TypeValue,
  typeNameOf,
  Uint,
  type Value,
} from "./values.ts";

export function addCore(functions: Functions): void {
  addLogic(functions);
  addComparisons(functions);
  addArithmetic(functions);
  addCollections(functions);
  addConversions(functions);
  addStrings(functions);
  addTimes(functions);
  addOptionals(functions);
}

function addLogic(functions: Functions): void {
  // The evaluator runs these three itself, since they do not look at all their arguments.
  const never = () => null;
  functions.add("_&&_", "(bool, bool): bool", never).add("_||_", "(bool, bool): bool", never);
  functions.add("_?_:_", "(bool, A, A): A", never);
  functions.add("!_", "(bool): bool", (a: boolean) => !a);
}

const ORDERED = ["bool", "int", "uint", "double", "string", "bytes", "timestamp", "duration"];
const NUMBERS = ["int", "uint", "double"];

function addComparisons(functions: Functions): void {
  functions.add("_==_", "(A, A): bool", (run: Run, a: Value, b: Value) => equals(a, b, () => run.spend(1)), true);
  functions.add("_!=_", "(A, A): bool", (run: Run, a: Value, b: Value) => !equals(a, b, () => run.spend(1)), true);
  const tests: Readonly<Record<string, (order: number) => boolean>> = {
    "_<_": order => order < 0,
    "_<=_": order => order <= 0,
    "_>_": order => order > 0,
    "_>=_": order => order >= 0,
  };
  for (const [name, holds] of Object.entries(tests)) {
    const compute = (a: Value, b: Value) => holds(ordered(a, b));
    for (const type of ORDERED) functions.add(name, `(${type}, ${type}): bool`, compute);
    for (const left of NUMBERS)
      for (const right of NUMBERS) if (left !== right) functions.add(name, `(${left}, ${right}): bool`, compute);
  }
}

function addArithmetic(functions: Functions): void {
  const calculations: Readonly<Record<string, (a: bigint, b: bigint) => bigint>> = {
    "_+_": (a, b) => a + b,
    "_-_": (a, b) => a - b,
    "_*_": (a, b) => a * b,
    "_/_": (a, b) => a / notZero(b, "division by zero"),
    "_%_": (a, b) => a % notZero(b, "modulus by zero"),
  };
  for (const [name, calculate] of Object.entries(calculations)) {
    functions.add(name, "(int, int): int", (a: bigint, b: bigint) => checkedInt(calculate(a, b)));
    functions.add(name, "(uint, uint): uint", (a: Uint, b: Uint) => new Uint(calculate(a.value, b.value)));
  }
  functions.add("_+_", "(double, double): double", (a: number, b: number) => a + b);
  functions.add("_-_", "(double, double): double", (a: number, b: number) => a - b);
  functions.add("_*_", "(double, double): double", (a: number, b: number) => a * b);
  functions.add("_/_", "(double, double): double", (a: number, b: number) => a / b);
  functions.add("-_", "(int): int", (a: bigint) => checkedInt(-a));
  functions.add("-_", "(double): double", (a: number) => -a);
  functions.add("_+_", "(string, string): string", concatenate, true);
  functions.add("_+_", "(bytes, bytes): bytes", (a: Uint8Array, b: Uint8Array) => Uint8Array.from([...a, ...b]));
  functions.add("_+_", "(list(A), list(A)): list(A)", joinLists, true);
}

function notZero(value: bigint, message: string): bigint {
  if (value === 0n) throw new CelError(message);
  return value;
}

function concatenate(run: Run, a: string, b: string): string {
  run.spend(Math.ceil((a.length + b.length) / 10));
  return a + b;
}

function joinLists(run: Run, a: ListValue, b: ListValue): ListValue {
  run.spend(a.items.length + b.items.length);
  return new ListValue([...a.items, ...b.items]);
}

function addCollections(functions: Functions): void {
  const never = () => null;
  // Read by the evaluator; here for the checker.
  functions.add("_[_]", "(list(A), int): A", never).add("_[_]", "(map(A, B), A): B", never);
  for (const name of ["_[_]", "_[?_]"]) {
    functions.add(name, "(optional_type(list(A)), int): optional_type(A)", never);
    functions.add(name, "(optional_type(map(A, B)), A): optional_type(B)", never);
  }
  functions.add("_[?_]", "(list(A), int): optional_type(A)", never);
  functions.add("_[?_]", "(map(A, B), A): optional_type(B)", never);
  functions.add(
    "@in",
    "(A, list(A)): bool",
    (run: Run, item: Value, list: ListValue) => list.items.some(other => equals(item, other, () => run.spend(1))),
    true,
  );
  functions.add("@in", "(A, map(A, B)): bool", (key: Value, map: MapValue) => map.get(key) !== undefined);
  const sizes: Readonly<Record<string, (value: never) => number>> = {
    string: (text: string) => [...text].length,
    bytes: (bytes: Uint8Array) => bytes.length,
    "list(A)": (list: ListValue) => list.items.length,
    "map(A, B)": (map: MapValue) => map.size,
  };
  for (const [type, size] of Object.entries(sizes)) {
    functions.add("size", `(${type}): int`, (value: never) => BigInt(size(value)));
    functions.add("size", `${type}.(): int`, (value: never) => BigInt(size(value)));
  }
}

function toInt(value: number): bigint {
  if (!Number.isFinite(value) || Math.abs(value) >= 2 ** 63) throw new CelError("integer overflow");
  return BigInt(Math.trunc(value));
}

function parseInteger(text: string, type: string): bigint {
  if (!/^[+-]?[0-9]{1,30}$/.test(text)) throw new CelError(`type conversion error from string to '${type}'`);
  return BigInt(text.replace(/^\+/, ""));
}

const TRUE = new Set(["1", "t", "T", "TRUE", "true", "True"]);
const FALSE = new Set(["0", "f", "F", "FALSE", "false", "False"]);

function parseBool(text: string): boolean {
  if (!TRUE.has(text) && !FALSE.has(text)) throw new CelError("type conversion error from string to 'bool'");
  return TRUE.has(text);
}

function parseDouble(text: string): number {
  if (/^[+-]?(inf|infinity)$/i.test(text)) return text.startsWith("-") ? -Infinity : Infinity;
  if (/^nan$/i.test(text)) return Number.NaN;
  if (!/^[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?$/.test(text))
    throw new CelError("type conversion error from string to 'double'");
  return Number(text);
}

export function formatDouble(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? "NaN" : value > 0 ? "+Inf" : "-Inf";
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e21)) return value.toExponential().replace(/e([+-])(\d)$/, "e$10$2");
  return Object.is(value, -0) ? "-0" : String(value);
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new CelError("invalid UTF-8 in bytes, cannot convert to string");
  }
}

function addConversions(functions: Functions): void {
  const same = (value: Value) => value;
  for (const type of ["int", "uint", "double", "string", "bool", "bytes", "timestamp", "duration"])
    functions.add(type, `(${type}): ${type}`, same);
  functions.add("dyn", "(A): dyn", same);
  functions.add("type", "(A): type(A)", (value: Value) => new TypeValue(typeNameOf(value)));
  functions.add("int", "(double): int", toInt);
  functions.add("int", "(uint): int", (value: Uint) => checkedInt(value.value));
  functions.add("int", "(string): int", (text: string) => checkedInt(parseInteger(text, "int")));
  functions.add(
    "int",
    "(timestamp): int",
    ({ nanos }: Timestamp) => (nanos - modulo(nanos, 1_000_000_000n)) / 1_000_000_000n,
  );
  functions.add("int", "(duration): int", ({ nanos }: Duration) => nanos);
  functions.add("uint", "(int): uint", (value: bigint) => new Uint(value));
  functions.add("uint", "(double): uint", (value: number) => new Uint(toInt(value)));
  functions.add("uint", "(string): uint", (text: string) => new Uint(parseInteger(text, "uint")));
  functions.add("double", "(int): double", Number);
  functions.add("double", "(uint): double", (value: Uint) => Number(value.value));
  functions.add("double", "(string): double", parseDouble);
  functions.add("bool", "(string): bool", parseBool);
  functions.add("bytes", "(string): bytes", (text: string) => new TextEncoder().encode(text));
  functions.add("string", "(int): string", String);
  functions.add("string", "(uint): string", (value: Uint) => String(value.value));
  functions.add("string", "(bool): string", String);
  functions.add("string", "(double): string", formatDouble);
  functions.add("string", "(bytes): string", decode);
  functions.add("string", "(timestamp): string", formatTimestamp);
  functions.add("string", "(duration): string", formatDuration);
  functions.add("duration", "(string): duration", parseDuration);
  functions.add("duration", "(int): duration", (nanos: bigint) => new Duration(nanos));
  functions.add("timestamp", "(string): timestamp", parseTimestamp);
  functions.add("timestamp", "(int): timestamp", (seconds: bigint) => new Timestamp(seconds * 1_000_000_000n));
}

/** Go's patterns, in time linear in the text. */
export function matchesPattern(run: Run, text: string, pattern: string): boolean {
  run.spend(Math.ceil(text.length / 10) * Math.max(1, Math.ceil(pattern.length / 4)));
  const compiled = compilePattern(pattern);
  if (compiled.pattern === undefined) throw new CelError(compiled.error ?? "invalid pattern");
  return compiled.pattern.test(text);
}

function addStrings(functions: Functions): void {
  functions.add("contains", "string.(string): bool", (a: string, b: string) => a.includes(b));
  functions.add("startsWith", "string.(string): bool", (a: string, b: string) => a.startsWith(b));
  functions.add("endsWith", "string.(string): bool", (a: string, b: string) => a.endsWith(b));
  functions.add("matches", "string.(string): bool", matchesPattern, true);
  functions.add("matches", "(string, string): bool", matchesPattern, true);
}

const PARTS: Readonly<Record<string, (date: Date) => number>> = {
  getFullYear: date => date.getUTCFullYear(),
  getMonth: date => date.getUTCMonth(),
  getDate: date => date.getUTCDate(),
  getDayOfMonth: date => date.getUTCDate() - 1,
  getDayOfWeek: date => date.getUTCDay(),
  getDayOfYear: date => Math.floor((date.getTime() - Date.UTC(date.getUTCFullYear(), 0, 1)) / 86_400_000),
  getHours: date => date.getUTCHours(),
  getMinutes: date => date.getUTCMinutes(),
  getSeconds: date => date.getUTCSeconds(),
  getMilliseconds: date => date.getUTCMilliseconds(),
};
const SPANS: Readonly<Record<string, bigint>> = {
  getHours: 3_600_000_000_000n,
  getMinutes: 60_000_000_000n,
  getSeconds: 1_000_000_000n,
};

function addTimes(functions: Functions): void {
  for (const [name, part] of Object.entries(PARTS)) {
    functions.add(name, "timestamp.(): int", (time: Timestamp) => BigInt(part(inZone(time, "UTC"))));
    functions.add(name, "timestamp.(string): int", (time: Timestamp, zone: string) => BigInt(part(inZone(time, zone))));
  }
  for (const [name, span] of Object.entries(SPANS))
    functions.add(name, "duration.(): int", ({ nanos }: Duration) => nanos / span);
  functions.add("getMilliseconds", "duration.(): int", ({ nanos }: Duration) => (nanos % 1_000_000_000n) / 1_000_000n);
  functions.add(
    "_+_",
    "(timestamp, duration): timestamp",
    (a: Timestamp, b: Duration) => new Timestamp(a.nanos + b.nanos),
  );
  functions.add(
    "_+_",
    "(duration, timestamp): timestamp",
    (a: Duration, b: Timestamp) => new Timestamp(a.nanos + b.nanos),
  );
  functions.add("_+_", "(duration, duration): duration", (a: Duration, b: Duration) => new Duration(a.nanos + b.nanos));
  functions.add("_-_", "(duration, duration): duration", (a: Duration, b: Duration) => new Duration(a.nanos - b.nanos));
  functions.add(
    "_-_",
    "(timestamp, timestamp): duration",
    (a: Timestamp, b: Timestamp) => new Duration(a.nanos - b.nanos),
  );
  functions.add(
    "_-_",
    "(timestamp, duration): timestamp",
    (a: Timestamp, b: Duration) => new Timestamp(a.nanos - b.nanos),
  );
}

function isZero(value: Value): boolean {
  if (value instanceof ListValue) return value.items.length === 0;
  if (value instanceof MapValue) return value.size === 0;
  if (value instanceof Uint8Array) return value.length === 0;
  if (value instanceof Duration || value instanceof Timestamp) return value.nanos === 0n;
  if (value instanceof OptionalValue) return value.value === undefined;
  return value === null || value === false || value === "" || equals(value, 0n);
}

function addOptionals(functions: Functions): void {
  functions.add("optional.of", "(A): optional_type(A)", (value: Value) => new OptionalValue(value));
  functions.add("optional.none", "(): optional_type(A)", () => NONE);
  functions.add("optional.ofNonZeroValue", "(A): optional_type(A)", (value: Value) =>
    isZero(value) ? NONE : new OptionalValue(value),
  );
  functions.add("hasValue", "optional_type(A).(): bool", ({ value }: OptionalValue) => value !== undefined);
  functions.add("value", "optional_type(A).(): A", ({ value }: OptionalValue) => {
    if (value === undefined) throw new CelError("optional.none() dereference");
    return value;
  });
  functions.add("or", "optional_type(A).(optional_type(A)): optional_type(A)", () => NONE);
  functions.add("orValue", "optional_type(A).(A): A", () => null);
  functions.add("optional.unwrap", "(list(optional_type(A))): list(A)", unwrap);
  functions.add("unwrapOpt", "list(optional_type(A)).(): list(A)", unwrap);
}

function unwrap(list: ListValue): ListValue {
  const items: Value[] = [];
  for (const item of list.items) if (item instanceof OptionalValue && item.value !== undefined) items.push(item.value);
  return new ListValue(items);
}
