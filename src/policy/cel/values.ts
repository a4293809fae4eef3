// Values of CEL at run time. Lists and maps read from an object know their place in it.

import type { Path } from "../../diagnostic.ts";
import type { Type } from "./types.ts";

export type Value =
  | null
  | boolean
  | bigint
  | number
  | string
  | Uint8Array
  | Uint
  | ListValue
  | MapValue
  | TypeValue
  | Timestamp
  | Duration
  | OptionalValue
  | Opaque;

/** An expression that fails to run, as one of the server's does. `&&`, `||`, all and exists may still have an answer. */
export class CelError extends Error {
  /** Offset in the expression, where it is known. */
  at: number | undefined;
}

/** The expression did too much work: nothing absorbs this. */
export class BudgetError extends Error {}

export class Uint {
  readonly value: bigint;
  constructor(value: bigint) {
    if (value < 0n || value > 0xffff_ffff_ffff_ffffn) throw new CelError("unsigned integer overflow");
    this.value = value;
  }
}

export class ListValue {
  readonly place: Path | undefined;
  private readonly given: readonly Value[] | undefined;
  constructor(items: readonly Value[] | undefined, place?: Path) {
    this.given = items;
    this.place = place;
  }

  get items(): readonly Value[] {
    return this.given ?? [];
  }
}

/** A list of plain data: its items are made when somebody looks at it. */
class JsonList extends ListValue {
  private readonly data: readonly unknown[];
  private made: readonly Value[] | undefined;

  constructor(data: readonly unknown[], place: Path | undefined) {
    super(undefined, place);
    this.data = data;
  }

  override get items(): readonly Value[] {
    this.made ??= this.data.map((item, index) => fromJson(item, this.place && [...this.place, index]));
    return this.made;
  }
}

const NO_PAIRS: ReadonlyMap<string, readonly [Value, Value]> = new Map();

export class MapValue {
  private readonly pairs: ReadonlyMap<string, readonly [Value, Value]>;
  readonly place: Path | undefined;

  constructor(entries: readonly (readonly [Value, Value])[], place?: Path) {
    this.place = place;
    if (entries.length === 0) {
      this.pairs = NO_PAIRS;
      return;
    }
    const pairs = new Map<string, readonly [Value, Value]>();
    for (const [key, value] of entries) pairs.set(keyText(key) ?? "", [key, value]);
    this.pairs = pairs;
  }

  get size(): number {
    return this.pairs.size;
  }

  /** Where the value of a key stands, whether there is one or not. */
  placeOf(key: string | number): Path | undefined {
    return this.place && [...this.place, key];
  }

  /** `_reader` is who asks: some maps compute their values for it. */
  get(key: Value, _reader?: unknown): Value | undefined {
    const text = keyText(key);
    return text === undefined ? undefined : this.pairs.get(text)?.[1];
  }

  entries(): readonly (readonly [Value, Value])[] {
    return [...this.pairs.values()];
  }
}

/** A map of plain data: a value is made when somebody asks for it. */
class JsonMap extends MapValue {
  private readonly data: Readonly<Record<string, unknown>>;
  private readonly made = new Map<string, Value>();

  constructor(data: Readonly<Record<string, unknown>>, place: Path | undefined) {
    super([], place);
    this.data = data;
  }

  override get size(): number {
    return Object.keys(this.data).length;
  }

  override get(key: Value): Value | undefined {
    if (typeof key !== "string" || !Object.hasOwn(this.data, key)) return undefined;
    let value = this.made.get(key);
    if (value === undefined) {
      value = fromJson(this.data[key], this.place && [...this.place, key]);
      this.made.set(key, value);
    }
    return value;
  }

  override entries(): readonly (readonly [Value, Value])[] {
    return Object.keys(this.data).map(key => [key, this.get(key) ?? null]);
  }
}

export function isKey(key: Value): boolean {
  return keyText(key) !== undefined;
}

/** Keys that are equal have the same text: 1, 1u and 1.0 are one key. */
function keyText(key: Value): string | undefined {
  if (typeof key === "string") return `s${key}`;
  if (typeof key === "bigint") return `n${key}`;
  if (typeof key === "boolean") return `b${key}`;
  if (key instanceof Uint) return `n${key.value}`;
  return typeof key === "number" && Number.isInteger(key) ? `n${BigInt(key)}` : undefined;
}

export class TypeValue {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

export class Timestamp {
  readonly nanos: bigint;
  constructor(nanos: bigint) {
    if (nanos < -62_135_596_800_000_000_000n || nanos > 253_402_300_799_999_999_999n)
      throw new CelError("timestamp overflow");
    this.nanos = nanos;
  }
}

export class Duration {
  readonly nanos: bigint;
  constructor(nanos: bigint) {
    if (nanos < -(2n ** 63n) || nanos >= 2n ** 63n) throw new CelError("duration overflow");
    this.nanos = nanos;
  }
}

export class OptionalValue {
  readonly value: Value | undefined;
  constructor(value?: Value) {
    this.value = value;
  }
}

export const NONE = new OptionalValue();

/** A value of one of Kubernetes' libraries: a quantity, an address, a version. */
export abstract class Opaque {
  abstract readonly typeName: string;
  abstract equals(other: Opaque): boolean;
}

const SMALLEST = -(2n ** 63n);
const LARGEST = 2n ** 63n - 1n;

export function checkedInt(value: bigint): bigint {
  if (value < SMALLEST || value > LARGEST) throw new CelError("integer overflow");
  return value;
}

/** Plain JSON data, with places from `place` on down. Whole numbers are int: the objects' types say so for nearly all numbers. */
export function fromJson(data: unknown, place?: Path): Value {
  if (Array.isArray(data)) return new JsonList(data, place);
  if (typeof data === "object" && data !== null) return new JsonMap(data as Readonly<Record<string, unknown>>, place);
  if (typeof data === "number") return Number.isInteger(data) ? BigInt(data) : data;
  return typeof data === "string" || typeof data === "boolean" || typeof data === "bigint" ? data : null;
}

/** The kind by which a call finds its overload. */
export function kindOf(value: Value): Type["kind"] {
  if (value === null) return "null";
  switch (typeof value) {
    case "boolean":
      return "bool";
    case "bigint":
      return "int";
    case "number":
      return "double";
    case "string":
      return "string";
  }
  if (value instanceof ListValue) return "list";
  if (value instanceof MapValue) return "map";
  if (value instanceof Uint) return "uint";
  if (value instanceof Uint8Array) return "bytes";
  if (value instanceof TypeValue) return "type";
  if (value instanceof Timestamp) return "timestamp";
  return value instanceof Duration ? "duration" : "opaque";
}

export function typeNameOf(value: Value): string {
  if (value instanceof OptionalValue) return "optional_type";
  if (value instanceof Opaque) return value.typeName;
  const kind = kindOf(value);
  if (kind === "null") return "null_type";
  if (kind === "timestamp") return "google.protobuf.Timestamp";
  return kind === "duration" ? "google.protobuf.Duration" : kind;
}

function numberOf(value: Value): bigint | number | undefined {
  if (typeof value === "bigint" || typeof value === "number") return value;
  return value instanceof Uint ? value.value : undefined;
}

/** Equality across types: numbers by value, other types are never equal to each other. */
export function equals(a: Value, b: Value, work: () => void = () => {}): boolean {
  work();
  const left = numberOf(a);
  const right = numberOf(b);
  // The two kinds of numbers are compared by value, as JavaScript's loose equality does.
  if (left !== undefined || right !== undefined)
    // biome-ignore lint/suspicious/noDoubleEquals: bigint and number
    return left !== undefined && right !== undefined && left == right;
  if (a instanceof ListValue)
    return (
      b instanceof ListValue &&
      a.items.length === b.items.length &&
      a.items.every((item, index) => equals(item, b.items[index] ?? null, work))
    );
  if (a instanceof MapValue) return b instanceof MapValue && mapsEqual(a, b, work);
  if (a instanceof OptionalValue) {
    if (!(b instanceof OptionalValue)) return false;
    if (a.value === undefined || b.value === undefined) return a.value === b.value;
    return equals(a.value, b.value, work);
  }
  if (a instanceof Opaque) return b instanceof Opaque && a.typeName === b.typeName && a.equals(b);
  if (a instanceof Timestamp) return b instanceof Timestamp && a.nanos === b.nanos;
  if (a instanceof Duration) return b instanceof Duration && a.nanos === b.nanos;
  if (a instanceof TypeValue) return b instanceof TypeValue && a.name === b.name;
  if (a instanceof Uint8Array) return b instanceof Uint8Array && Buffer.compare(a, b) === 0;
  return a === b;
}

function mapsEqual(a: MapValue, b: MapValue, work: () => void): boolean {
  if (a.size !== b.size) return false;
  return a.entries().every(([key, value]) => {
    const other = b.get(key);
    return other !== undefined && equals(value, other, work);
  });
}

/** Negative, zero or positive; undefined where the two have no order. NaN is before nothing and after nothing. */
export function compare(a: Value, b: Value): number | undefined {
  const left = numberOf(a);
  const right = numberOf(b);
  if (left !== undefined && right !== undefined)
    return left < right ? -1 : left > right ? 1 : left <= right ? 0 : Number.NaN;
  if (typeof a === "string" && typeof b === "string") return compareTexts(a, b);
  if (typeof a === "boolean" && typeof b === "boolean") return Number(a) - Number(b);
  if (a instanceof Timestamp && b instanceof Timestamp) return sign(a.nanos - b.nanos);
  if (a instanceof Duration && b instanceof Duration) return sign(a.nanos - b.nanos);
  return a instanceof Uint8Array && b instanceof Uint8Array ? Buffer.compare(a, b) : undefined;
}

function sign(value: bigint): number {
  return value < 0n ? -1 : value > 0n ? 1 : 0;
}

/** Go compares the bytes of UTF-8, which is the order of the code points. */
function compareTexts(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
