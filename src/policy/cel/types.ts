// Types of CEL as the checker knows them, and when one fits where another is expected (cel-go checker/types.go, checker/mapping.go).

export type Primitive =
  | "dyn"
  | "error"
  | "null"
  | "bool"
  | "int"
  | "uint"
  | "double"
  | "string"
  | "bytes"
  | "timestamp"
  | "duration";

export type Type =
  | { readonly kind: Primitive }
  | { readonly kind: "list"; readonly of: Type }
  | { readonly kind: "map"; readonly key: Type; readonly value: Type }
  | { readonly kind: "type"; readonly of: Type }
  | { readonly kind: "opaque"; readonly name: string; readonly parameters: readonly Type[] }
  | {
      readonly kind: "struct";
      readonly name: string;
      readonly field: (name: string) => Type | undefined;
      /** All its fields, where they are known. */
      readonly names?: () => readonly string[];
    }
  | { readonly kind: "parameter"; readonly name: string };

export const DYN: Type = { kind: "dyn" };
export const ERROR: Type = { kind: "error" };
export const BOOL: Type = { kind: "bool" };
export const INT: Type = { kind: "int" };
export const STRING: Type = { kind: "string" };
export const OPTIONAL = "optional_type";

export function listOf(of: Type): Type {
  return { kind: "list", of };
}

export function mapOf(key: Type, value: Type): Type {
  return { kind: "map", key, value };
}

export function optionalOf(of: Type): Type {
  return { kind: "opaque", name: OPTIONAL, parameters: [of] };
}

/** The type inside an optional; undefined for other types. */
export function insideOptional(type: Type): Type | undefined {
  return type.kind === "opaque" && type.name === OPTIONAL ? type.parameters[0] : undefined;
}

export function isDyn(type: Type): boolean {
  return type.kind === "dyn" || type.kind === "error";
}

const SHOWN: Partial<Record<Type["kind"], string>> = {
  null: "null_type",
  timestamp: "google.protobuf.Timestamp",
  duration: "google.protobuf.Duration",
};

/** A type as the server's errors write it. */
export function formatType(type: Type): string {
  switch (type.kind) {
    case "list":
      return `list(${formatType(type.of)})`;
    case "map":
      return `map(${formatType(type.key)}, ${formatType(type.value)})`;
    case "type":
      return `type(${formatType(type.of)})`;
    case "opaque":
      return type.parameters.length === 0 ? type.name : `${type.name}(${type.parameters.map(formatType).join(", ")})`;
    case "struct":
    case "parameter":
      return type.name;
    default:
      return SHOWN[type.kind] ?? type.kind;
  }
}

function partsOf(type: Type): readonly Type[] {
  if (type.kind === "list" || type.kind === "type") return [type.of];
  if (type.kind === "map") return [type.key, type.value];
  return type.kind === "opaque" ? type.parameters : [];
}

function isSameKind(a: Type, b: Type): boolean {
  if (a.kind !== b.kind) return false;
  if (a.kind === "opaque" || a.kind === "struct" || a.kind === "parameter") return a.name === (b as typeof a).name;
  return true;
}

export function isSameType(a: Type, b: Type): boolean {
  if (!isSameKind(a, b)) return false;
  const others = partsOf(b);
  return partsOf(a).every((part, index) => isSameType(part, others[index] ?? ERROR));
}

function withParts(type: Type, change: (part: Type) => Type): Type {
  if (type.kind === "list") return listOf(change(type.of));
  if (type.kind === "type") return { kind: "type", of: change(type.of) };
  if (type.kind === "map") return mapOf(change(type.key), change(type.value));
  if (type.kind === "opaque" && type.parameters.length > 0) return { ...type, parameters: type.parameters.map(change) };
  return type;
}

/** What the type parameters met so far stand for. */
export class Bindings {
  private bound: Map<string, Type>;
  private count = 0;

  constructor(bound: ReadonlyMap<string, Type> = new Map()) {
    this.bound = new Map(bound);
  }

  /** A parameter that no other type shares. */
  fresh(): Type {
    return { kind: "parameter", name: `%${++this.count}` };
  }

  /** The type with its own parameters renamed, so that two uses of a function do not mix. */
  instantiate(types: readonly Type[]): Type[] {
    const names = new Map<string, Type>();
    const rename = (type: Type): Type => {
      if (type.kind !== "parameter") return withParts(type, rename);
      const known = names.get(type.name) ?? this.fresh();
      names.set(type.name, known);
      return known;
    };
    return types.map(rename);
  }

  /** The type with all that is known put in; what is still open becomes dyn where `close` says so. */
  substitute(type: Type, close = false): Type {
    if (type.kind !== "parameter") return withParts(type, part => this.substitute(part, close));
    const bound = this.bound.get(type.name);
    if (bound !== undefined) return this.substitute(bound, close);
    return close ? DYN : type;
  }

  /** Whether values of the first types fit the second ones; only then what was learnt is kept. */
  accepts(given: readonly Type[], wanted: readonly Type[]): boolean {
    const before = new Map(this.bound);
    if (given.length === wanted.length && given.every((type, index) => this.fits(type, wanted[index] ?? ERROR)))
      return true;
    this.bound = before;
    return false;
  }

  private fits(given: Type, wanted: Type): boolean {
    if (wanted.kind === "parameter") {
      const known = this.bound.has(wanted.name);
      if (this.bind(given, wanted)) return true;
      if (known) return false;
    }
    if (given.kind === "parameter") return this.bind(wanted, given);
    if (isDyn(given) || isDyn(wanted)) return true;
    if (given.kind === "null" && isNullable(wanted)) return true;
    if (wanted.kind === "null" && isNullable(given)) return true;
    if (!isSameKind(given, wanted)) return false;
    const others = partsOf(wanted);
    return partsOf(given).every((part, index) => this.fits(part, others[index] ?? ERROR));
  }

  private bind(type: Type, parameter: Extract<Type, { kind: "parameter" }>): boolean {
    if (isSameType(type, parameter)) return true;
    const known = this.bound.get(parameter.name);
    if (known === undefined) {
      if (this.mentions(type, parameter.name)) return false;
      this.bound.set(parameter.name, type);
      return true;
    }
    if (!this.fits(type, known)) return false;
    const general = mostGeneral(type, known);
    if (!this.mentions(general, parameter.name)) this.bound.set(parameter.name, general);
    return true;
  }

  private mentions(type: Type, name: string): boolean {
    if (type.kind !== "parameter") return partsOf(type).some(part => this.mentions(part, name));
    if (type.name === name) return true;
    const bound = this.bound.get(type.name);
    return bound !== undefined && this.mentions(bound, name);
  }
}

function isNullable(type: Type): boolean {
  return ["opaque", "struct", "timestamp", "duration", "null"].includes(type.kind);
}

export function mostGeneral(a: Type, b: Type): Type {
  return isLessSpecific(a, b) ? a : b;
}

function isLessSpecific(a: Type, b: Type): boolean {
  if (a.kind === "dyn" || a.kind === "parameter") return true;
  if (b.kind === "dyn" || b.kind === "parameter") return false;
  if (!isSameKind(a, b)) return false;
  const others = partsOf(b);
  return partsOf(a).every((part, index) => isLessSpecific(part, others[index] ?? ERROR));
}

/** `list(A)`, `map(string, dyn)`, `kubernetes.Quantity`: the notation of the function tables. One capital letter is a parameter. */
export function parseType(text: string): Type {
  const open = text.indexOf("(");
  if (open < 0) return simpleType(text);
  const name = text.slice(0, open);
  const parts = splitTypes(text.slice(open + 1, -1)).map(parseType);
  const [first = DYN, second = DYN] = parts;
  if (name === "list") return listOf(first);
  if (name === "map") return mapOf(first, second);
  if (name === "type") return { kind: "type", of: first };
  return { kind: "opaque", name, parameters: parts };
}

const PRIMITIVES = new Set("dyn error null bool int uint double string bytes timestamp duration".split(" "));

function simpleType(text: string): Type {
  if (PRIMITIVES.has(text)) return { kind: text as Primitive };
  if (text.length === 1) return { kind: "parameter", name: text };
  return { kind: "opaque", name: text, parameters: [] };
}

/** The types of a list separated by commas, which may have commas inside parentheses. */
export function splitTypes(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    const character = text[at];
    if (character === "(") depth++;
    else if (character === ")") depth--;
    else if (at === text.length || (character === "," && depth === 0)) {
      const part = text.slice(start, at).trim();
      if (part !== "") parts.push(part);
      start = at + 1;
    }
  }
  return parts;
}
