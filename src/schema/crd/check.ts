// A value against a schema, as kube-openapi's validator does it (pkg/validation/validate). It counts what fits, since of several
// alternatives that fail the server explains the one that fits best.

import type { Path } from "../../diagnostic.ts";
import { isPlaceholder } from "../../field.ts";
import { entryOf, type ListNode, type MapNode, type Node, type ScalarNode } from "../../yaml/node.ts";
import type { Fault, FaultCode } from "./fault.ts";
import { FORMATS_BY_TYPE_SINCE } from "./formats.ts";
import { canonical, compareNumber, isWhole, type JsonType, jsonType } from "./json.ts";
import type { Bounds, Schema } from "./schema.ts";

/** Everything wrong with a value. */
export function checkValue(node: Node, schema: Schema, minor: number): Fault[] {
  const checker = new Checker(minor);
  checker.check(node, schema);
  return checker.faults;
}

/** Nobody reads more faults of one object. */
const MOST_FAULTS = 10_000;
/** Checks of alternatives of one object: thousands of alternatives for thousands of items come to an end, too. */
const MOST_ATTEMPTS = 1_000_000;

class Checker {
  faults: Fault[] = [];
  private attemptsLeft = MOST_ATTEMPTS;
  private readonly path: (string | number)[] = [];
  private readonly minor: number;

  constructor(minor: number) {
    this.minor = minor;
  }

  private fault(code: FaultCode, node: Node, schema: Schema, more: Partial<Fault> & { below?: Path } = {}): void {
    const { below = [], ...rest } = more;
    if (this.faults.length < MOST_FAULTS)
      this.faults.push({ code, path: [...this.path, ...below], node, schema, ...rest });
  }

  /** Returns how many checks fit (Result.MatchCount): each validator that applies counts, and some of what they find. */
  check(node: Node, schema: Schema): number {
    const type = jsonType(node);
    if (type === "null") return this.checkNull(node, schema);
    if (type === "string" && isPlaceholder(String((node as ScalarNode).value))) return 3;
    let fits = 1 + this.checkType(node, type, schema) + this.checkLogic(node, schema);
    if (node.kind === "scalar") fits += this.checkScalar(node, type, schema);
    else if (node.kind === "list") fits += 2 + this.checkList(node, schema);
    if (schema.enum.length > 0 && !isInEnum(node, schema)) this.fault("enum", node, schema);
    fits++;
    if (node.kind === "map") fits += 1 + this.checkMap(node, schema);
    return fits;
  }

  /** Null is good where it is allowed, but no enumeration has it. */
  private checkNull(node: Node, schema: Schema): number {
    const isBad = schema.types.length > 0 && !schema.nullable;
    if (isBad) this.fault("type", node, schema);
    if (schema.enum.length > 0) this.fault("enum", node, schema);
    return isBad ? 0 : 1;
  }

  private checkType(node: Node, type: JsonType, schema: Schema): number {
    const format = schema.format === "" ? undefined : schema.formatCheck(this.minor);
    if (schema.types.length === 0 && format === undefined) return 0;
    if (fitsType(node, type, schema.types, format !== undefined)) return 2;
    this.fault("type", node, schema);
    return 1;
  }

  private checkScalar(node: ScalarNode, type: JsonType, schema: Schema): number {
    if (typeof node.value === "number") {
      if (schema.format !== "" && isOutOfRange(node, schema, this.minor))
        this.fault("format", node, schema, { serverField: "" });
      if (schema.bounds !== undefined) this.checkNumber(node, type, schema, schema.bounds);
      return 2;
    }
    if (typeof node.value !== "string") return 0;
    this.checkText(node, node.value, schema);
    if (schema.format === "") return 1;
    const format = schema.formatCheck(this.minor);
    if (format === undefined) return 1;
    if (!format(node.value)) this.fault("format", node, schema);
    return 2;
  }

  /** The first of length and pattern that does not fit. */
  private checkText(node: ScalarNode, text: string, schema: Schema): void {
    const { maxLength, minLength } = schema.bounds ?? {};
    if (maxLength !== undefined && lengthOf(text) > maxLength) this.fault("maxLength", node, schema);
    else if (minLength !== undefined && lengthOf(text) < minLength) this.fault("minLength", node, schema);
    else if (schema.pattern !== "" && schema.compiledPattern?.test(text) === false) this.fault("pattern", node, schema);
  }

  /** Integers are compared with bounds as integers (MaximumNativeType). */
  private checkNumber(node: ScalarNode, type: JsonType, schema: Schema, bounds: Bounds): void {
    const native = (bound: number) => (type === "integer" ? Math.trunc(bound) : bound);
    const { maximum, minimum, multipleOf } = bounds;
    if (multipleOf !== undefined && !isMultiple(node, native(multipleOf), type)) this.fault("multipleOf", node, schema);
    if (maximum !== undefined) {
      const over = compareNumber(node, native(maximum));
      if (over > 0 || (over === 0 && bounds.exclusiveMaximum === true)) this.fault("maximum", node, schema);
    }
    if (minimum === undefined) return;
    const over = compareNumber(node, native(minimum));
    if (over < 0 || (over === 0 && bounds.exclusiveMinimum === true)) this.fault("minimum", node, schema);
  }

  private checkList(node: ListNode, schema: Schema): number {
    let fits = 0;
    const items = schema.itemSchema;
    if (items !== undefined)
      for (let index = 0; index < node.items.length; index++)
        fits += this.below(index, node.items[index] as Node, items);
    const { minItems, maxItems } = schema.bounds ?? {};
    if (minItems !== undefined && node.items.length < minItems) this.fault("minItems", node, schema);
    if (maxItems !== undefined && node.items.length > maxItems) this.fault("maxItems", node, schema);
    if (schema.uniqueItems && new Set(node.items.map(canonical)).size < node.items.length)
      this.fault("duplicate", node, schema);
    return fits;
  }

  private below(key: string | number, node: Node, schema: Schema): number {
    this.path.push(key);
    const fits = this.check(node, schema);
    this.path.pop();
    return fits;
  }

  private checkMap(node: MapNode, schema: Schema): number {
    let fits = 0;
    const { minProperties, maxProperties } = schema.bounds ?? {};
    if (minProperties !== undefined && node.entries.length < minProperties) this.fault("minProperties", node, schema);
    if (maxProperties !== undefined && node.entries.length > maxProperties) this.fault("maxProperties", node, schema);
    const { properties, additionalSchema, isClosed } = schema;
    if (properties !== undefined || schema.additional !== undefined)
      for (const { key, value } of node.entries) {
        const name = String(key.value);
        const property = schema.property(name);
        if (property !== undefined) fits += this.below(name, value, property);
        else if (isClosed) this.fault("closed", value, schema, { below: [name] });
        else if (additionalSchema !== undefined) fits += this.below(name, value, additionalSchema);
      }
    for (const name of schema.required)
      if (entryOf(node, name) === undefined) this.fault("required", node, schema, { below: [name] });
    return fits;
  }

  private checkLogic(node: Node, schema: Schema): number {
    let fits = 2;
    if (schema.anyOf.length > 0) fits += this.checkAnyOf(node, schema);
    if (schema.oneOf.length > 0) fits += this.checkOneOf(node, schema);
    if (schema.allOf.length > 0) fits += this.checkAllOf(node, schema);
    if (schema.not !== undefined && this.attempt(node, schema.below(schema.not)).faults.length === 0)
      this.fault("not", node, schema);
    return fits;
  }

  /** Checks a branch with its faults apart. Beyond the bound every branch is good. */
  private attempt(node: Node, schema: Schema): { fits: number; faults: Fault[] } {
    if (this.attemptsLeft-- <= 0) return { fits: 0, faults: [] };
    const outer = this.faults;
    this.faults = [];
    const fits = this.check(node, schema);
    const faults = this.faults;
    this.faults = outer;
    return { fits, faults };
  }

  private checkAnyOf(node: Node, schema: Schema): number {
    let best: { fits: number; faults: Fault[] } | undefined;
    for (const branch of schema.anyOf) {
      const result = this.attempt(node, schema.below(branch));
      if (result.faults.length === 0) return result.fits;
      if (best === undefined || result.fits > best.fits) best = result;
    }
    this.fault("anyOf", node, schema, { inner: best?.faults ?? [] });
    return best?.fits ?? 0;
  }

  private checkOneOf(node: Node, schema: Schema): number {
    let best: { fits: number; faults: Fault[] } | undefined;
    let first: { fits: number } | undefined;
    let fulfilled = 0;
    for (const branch of schema.oneOf) {
      const result = this.attempt(node, schema.below(branch));
      if (result.faults.length === 0) {
        fulfilled++;
        first ??= result;
      } else if (fulfilled === 0 && (best === undefined || result.fits > best.fits)) best = result;
    }
    if (fulfilled === 1) return first?.fits ?? 0;
    const nearest = fulfilled === 0 ? best : undefined;
    this.fault("oneOf", node, schema, { inner: nearest?.faults ?? [], fulfilled });
    return nearest?.fits ?? 0;
  }

  /** The faults of all branches are the value's own. */
  private checkAllOf(node: Node, schema: Schema): number {
    const before = this.faults.length;
    let fits = 0;
    for (const branch of schema.allOf) fits += this.check(node, schema.below(branch));
    const first = this.faults[before];
    if (first !== undefined) first.wrapped = true;
    return fits;
  }
}

/**
 * typeValidator.Validate. A text with a format is left to the format; so is a list, which no format looks at.
 */
function fitsType(node: Node, type: JsonType, types: readonly string[], hasFormat: boolean): boolean {
  const isNumeric = types.includes("integer") || types.includes("number");
  if (hasFormat && !isNumeric && (type === "string" || type === "array")) return true;
  if (types.includes(type)) return true;
  if (type === "integer") return types.includes("number");
  return type === "number" && types.includes("integer") && isWhole(Number((node as ScalarNode).value));
}

const INT32 = { least: -(2 ** 31), most: 2 ** 31 - 1 };
const MOST_FLOAT32 = 3.4028234663852886e38;

/** int32 and float as formats, which count since 1.36. */
function isOutOfRange(node: ScalarNode, { type, format, intOrString }: Schema, minor: number): boolean {
  if (minor < FORMATS_BY_TYPE_SINCE || intOrString) return false;
  const value = Number(node.value);
  if (type === "integer" && format === "int32") return value < INT32.least || value > INT32.most;
  return type === "number" && format === "float" && Math.abs(value) > MOST_FLOAT32;
}

/** Characters, not UTF-16 units. */
function lengthOf(text: string): number {
  let length = text.length;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code >= 0xd800 && code < 0xdc00) length--;
  }
  return length;
}

function isMultiple(node: ScalarNode, factor: number, type: JsonType): boolean {
  const value = Number(node.value);
  if (factor <= 0) return false;
  if (type === "integer") {
    const exact = node.json !== undefined && !Number.isSafeInteger(value);
    return exact ? BigInt(node.json as string) % BigInt(factor) === 0n : value % factor === 0;
  }
  return isWhole(factor < 1 ? (1 / factor) * value : value / factor);
}

/** Numbers are converted to the type of the enumerated number: 2.5 counts as the integer 2. */
function isInEnum(node: Node, schema: Schema): boolean {
  if (node.kind === "scalar" && typeof node.value === "string") return schema.enumHas(node.value);
  if (node.kind === "scalar" && typeof node.value === "number") {
    const { value } = node;
    return schema.enum.some(
      other =>
        other.kind === "scalar" &&
        typeof other.value === "number" &&
        (jsonType(other) === "integer"
          ? compareNumber(node, other.value) === 0 || Math.trunc(value) === other.value
          : value === other.value),
    );
  }
  if (node.kind === "scalar") return schema.enum.some(other => other.kind === "scalar" && other.value === node.value);
  const text = canonical(node);
  return schema.enum.some(other => other.kind === node.kind && canonical(other) === text);
}
