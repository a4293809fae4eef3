// Writes the merged set as modules: one string a type, `name!:type@since-until` for each field.

import { FIRST, LAST, type MergedField, type MergedKind, type MergedType } from "./merge.ts";

const HEADER = "// Made by schemas/generate.ts; do not edit. The format is described in schemas/README.md.\n";

/** `V1Container` -> `Container`, `V2MetricSpec` -> `MetricSpecV2`, `CoreV1Event` -> `CoreEvent`. */
export function shortName(name: string): string {
  const match = /^((?:[A-Z][a-z]+)?)V(\d+(?:(?:alpha|beta)\d+)?)([A-Z]\w*)$/.exec(name);
  if (match === null) return name;
  const [, prefix = "", version = "", rest = ""] = match;
  return `${prefix}${rest}${version === "1" ? "" : `V${version}`}`;
}

/** `` where all versions of `within` have it, `@29`, `@-30`, `@26-28`, `@24-25,28`. */
export function printMinors(minors: ReadonlySet<number>, within: ReadonlySet<number>): string {
  const runs: [number, number][] = [];
  for (let minor = FIRST; minor <= LAST; minor++) {
    if (!minors.has(minor)) continue;
    const last = runs.at(-1);
    if (last !== undefined && last[1] === minor - 1) last[1] = minor;
    else runs.push([minor, minor]);
  }
  if ([...within].every(minor => minors.has(minor))) return "";
  const text = runs.map(([from, to]) => {
    const start = from === FIRST ? "" : String(from);
    return to === LAST ? start : `${start}-${to}`;
  });
  return `@${text.join()}`;
}

export interface TypeNotes {
  /** `Type.field`: holds quantities. */
  readonly quantities: ReadonlySet<string>;
  /** `Type.field` -> type in our notation, from the patches. */
  readonly types: ReadonlyMap<string, string>;
  /** The formats of numbers by field name, where all types agree. */
  readonly numbers: ReadonlyMap<string, string>;
}

const SCALARS: Readonly<Record<string, string>> = {
  boolean: "b",
  IntOrString: "x",
  any: "a",
  object: "a",
  V1MicroTime: "m",
};

function printType(owner: string, field: MergedField, notes: TypeNotes): string {
  const place = `${owner}.${field.name}`;
  const patched = notes.types.get(place);
  const unversioned = `${owner.replace(/V\d+((alpha|beta)\d+)?$/, "")}.${field.name}`;
  if (patched !== undefined) return patched;
  const array = /^Array<(.*)>$/.exec(field.type);
  if (array?.[1] !== undefined) return `[${printType(owner, { ...field, type: array[1] }, notes)}`;
  const map = /^\{ \[key: string\]: (.*); \}$/.exec(field.type);
  if (map?.[1] !== undefined) return `{${printType(owner, { ...field, type: map[1] }, notes)}`;
  const scalar = SCALARS[field.type];
  if (scalar !== undefined) return scalar;
  if (field.type === "string") return field.format === "byte" ? "y" : notes.quantities.has(unversioned) ? "q" : "s";
  if (field.type === "Date") return field.format === "date-time-micro" ? "m" : "t";
  if (field.type === "number") return printNumber(field, notes);
  if (!/^[A-Z]/.test(field.type)) throw new Error(`${place}: what is ${field.type}?`);
  return shortName(field.type);
}

function printNumber({ name, format }: MergedField, notes: TypeNotes): string {
  const stated = format === "" ? notes.numbers.get(name) : format;
  return stated === "double" ? "f" : stated === "int32" ? "i" : "l";
}

export function printFields(type: MergedType, notes: TypeNotes): string {
  const owner = shortName(type.name);
  return type.fields
    .map(
      field =>
        `${field.name}${field.required ? "!" : ""}:${printType(owner, field, notes)}${printMinors(field.minors, type.minors)}`,
    )
    .join(" ");
}

export function printModule(types: ReadonlyMap<string, string>): string {
  const lines = [...types]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, fields]) => `  ${name}: ${JSON.stringify(fields)},`);
  return `${HEADER}\nexport const types: Readonly<Record<string, string>> = {\n${lines.join("\n")}\n};\n`;
}

/** `Deployment:Deployment` a kind, `*` behind cluster-scoped ones, `?` behind those that are off by default, then the versions. */
export function printKinds(kinds: readonly MergedKind[], isServed: (kind: MergedKind) => boolean): string {
  const byVersion = new Map<string, string[]>();
  const all = new Set(Array.from({ length: LAST - FIRST + 1 }, (_, index) => FIRST + index));
  for (const kind of kinds) {
    const key = kind.group === "" ? kind.version : `${kind.group}/${kind.version}`;
    const marks = `${kind.namespaced ? "" : "*"}${isServed(kind) ? "" : "?"}`;
    const type = shortName(kind.type);
    const text = `${kind.kind}${marks}${type === kind.kind ? "" : `:${type}`}${printMinors(kind.minors, all)}`;
    byVersion.set(key, [...(byVersion.get(key) ?? []), text]);
  }
  const lines = [...byVersion].map(
    ([version, texts]) => `  ${JSON.stringify(version)}: ${JSON.stringify(texts.join(" "))},`,
  );
  return `${HEADER}\nexport const kinds: Readonly<Record<string, string>> = {\n${lines.join("\n")}\n};\n`;
}
