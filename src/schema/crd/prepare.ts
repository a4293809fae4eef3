// What the API server makes of a custom resource before it validates it: unknown fields pruned, nulls taken away, metadata coerced,
// defaults filled in (apiextensions-apiserver pkg/apiserver/schema: pruning, defaulting, objectmeta). The result shares every node
// that stays as it is.

import type { Path } from "../../diagnostic.ts";
import { type Entry, entryOf, type ListNode, type MapNode, type Node, type ScalarNode } from "../../yaml/node.ts";
import { isNoJson, isNull, jsonType } from "./json.ts";
import { checkObjectMeta, type MetaReport } from "./object-meta.ts";
import type { Schema } from "./schema.ts";

/** A list or a map that the server looks at once more when the schema is done with. */
export interface Special {
  readonly path: Path;
  /** The path as the server writes it here: free keys stand in brackets. */
  readonly serverField: string;
  readonly node: Node;
  readonly schema: Schema;
}

export interface Prepared {
  readonly node: Node;
  /** Fields that no schema knows; `known` are those that stand beside. */
  readonly unknown: readonly { readonly path: Path; readonly known: readonly string[] }[];
  /** Values that keep the object from being decoded. */
  readonly malformed: readonly { readonly path: Path; readonly node: Node; readonly expected: string }[];
  readonly embedded: readonly Special[];
  /** Lists whose items or keys are unique. */
  readonly unique: readonly Special[];
}

/** Nobody reads more unknown fields of one object. */
const MOST_UNKNOWN = 10_000;
const META: ReadonlySet<string> = new Set(["apiVersion", "kind", "metadata"]);
const NO_NAMES: readonly string[] = [];

/** Prepares a whole object. `keepUnknown` is for v1beta1 definitions that preserve unknown fields. */
export function prepareObject(root: MapNode, schema: Schema, keepUnknown = false): Prepared {
  const preparation = new Preparation(true, keepUnknown);
  const node = preparation.map(root, schema, false, true);
  return { ...preparation.found, node };
}

/** Only prunes a value and looks into its embedded resources, as it is done with defaults in a definition. */
export function pruneValue(value: Node, schema: Schema): Prepared {
  const preparation = new Preparation(false, false);
  const node = preparation.value(value, schema, false);
  return { ...preparation.found, node };
}

class Preparation {
  readonly found = {
    unknown: [] as { path: Path; known: readonly string[] }[],
    malformed: [] as { path: Path; node: Node; expected: string }[],
    embedded: [] as Special[],
    unique: [] as Special[],
  };
  private readonly path: (string | number)[] = [];
  /** Whether the key at the same place of `path` is one of additionalProperties. */
  private readonly isFree: boolean[] = [];
  private readonly fills: boolean;
  /** Above 0 nothing is pruned: inside metadata, and where the definition preserves unknown fields. */
  private keeping: number;
  private readonly metaReport: MetaReport = {
    malformed: (path, node, expected) => this.found.malformed.push({ path, node, expected }),
    unknown: (path, known) => this.found.unknown.push({ path, known }),
  };

  constructor(fills: boolean, keepUnknown: boolean) {
    this.fills = fills;
    this.keeping = keepUnknown ? 1 : 0;
  }

  /** `kept`: what the schema does not know stays, as in the items of a list that preserves unknown fields. */
  value(node: Node, schema: Schema | undefined, kept: boolean): Node {
    if (node.kind === "map") return this.map(node, schema, kept, false);
    if (node.kind === "list") return this.list(node, schema, kept);
    this.checkNumber(node);
    return node;
  }

  private checkNumber(node: Node): void {
    if (isNoJson(node)) this.malformed(node, "a number that JSON can hold");
  }

  private malformed(node: Node, expected: string): void {
    this.found.malformed.push({ path: this.path.slice(), node, expected });
  }

  /** Values no schema speaks about; NaN is no JSON wherever it stands. */
  private untouched(node: Node): Node {
    if (node.kind === "scalar") this.checkNumber(node);
    else if (node.kind === "list") for (const item of node.items) this.untouched(item);
    else for (const { value } of node.entries) this.untouched(value);
    return node;
  }

  private special(node: Node, schema: Schema): Special {
    let serverField = "";
    this.path.forEach((part, index) => {
      const isBracketed = typeof part === "number" || this.isFree[index] === true;
      serverField += isBracketed ? `[${part}]` : serverField === "" ? part : `.${part}`;
    });
    return { path: this.path.slice(), serverField, node, schema };
  }

  private keeps(schema: Schema | undefined, kept: boolean): boolean {
    return kept || schema?.preserve === true || this.keeping > 0;
  }

  private list(node: ListNode, schema: Schema | undefined, kept: boolean): Node {
    const keeps = this.keeps(schema, kept);
    const items = schema?.itemSchema;
    if (keeps && items === undefined) return this.untouched(node);
    let changed: Node[] | undefined;
    for (let index = 0; index < node.items.length; index++) {
      const item = node.items[index] as Node;
      this.path.push(index);
      const made = this.fillsNull(item, items) ? filled(items) : this.value(item, items, keeps);
      this.path.pop();
      if (made === item) continue;
      changed ??= node.items.slice();
      changed[index] = made;
    }
    const result = changed === undefined ? node : { ...node, items: changed };
    if (schema?.listType === "set" || schema?.listType === "map") this.found.unique.push(this.special(result, schema));
    return result;
  }

  /** A null that gives way to a default. */
  private fillsNull(node: Node, schema: Schema | undefined): schema is Schema {
    return this.fills && schema?.default !== undefined && !schema.nullable && isNull(node);
  }

  map(node: MapNode, schema: Schema | undefined, kept: boolean, isRoot: boolean): Node {
    const keeps = this.keeps(schema, kept);
    if (keeps && schema === undefined) return this.untouched(node);
    const isEmbedded = !isRoot && schema?.embedded === true;
    let changed: Entry[] | undefined;
    for (let index = 0; index < node.entries.length; index++) {
      const entry = node.entries[index] as Entry;
      this.path.push(String(entry.key.value));
      const made = this.entry(entry, schema, keeps, isRoot ? "root" : isEmbedded ? "embedded" : undefined);
      this.path.pop();
      if (made !== entry) changed ??= node.entries.slice(0, index);
      if (made !== undefined) changed?.push(made);
    }
    const added = this.fills && schema !== undefined ? missingDefaults(node, schema) : NO_ENTRIES;
    const isSame = changed === undefined && added.length === 0;
    const result = isSame ? node : { ...node, entries: [...(changed ?? node.entries), ...added] };
    if (isEmbedded) this.found.embedded.push(this.special(result, schema));
    return result;
  }

  /** The entry as it stays; undefined where it goes. */
  private entry(
    entry: Entry,
    schema: Schema | undefined,
    keeps: boolean,
    resource: "root" | "embedded" | undefined,
  ): Entry | undefined {
    const key = String(entry.key.value);
    const property = schema?.property(key);
    if (resource !== undefined && META.has(key))
      return this.metaEntry(entry, property ?? schema?.additionalSchema, resource);
    this.isFree[this.path.length - 1] = property === undefined;
    if (property === undefined && schema?.additional === undefined) {
      if (keeps) this.untouched(entry.value);
      else if (this.found.unknown.length < MOST_UNKNOWN)
        this.found.unknown.push({ path: this.path.slice(), known: namesOf(schema) });
      return keeps ? entry : undefined;
    }
    return this.known(entry, property ?? schema?.additionalSchema);
  }

  private known(entry: Entry, schema: Schema | undefined): Entry | undefined {
    if (this.fills && schema !== undefined && !schema.nullable && isNull(entry.value))
      return schema.default === undefined ? undefined : { ...entry, value: filled(schema) };
    const made = this.value(entry.value, schema, false);
    return made === entry.value ? entry : { ...entry, value: made };
  }

  /** apiVersion, kind and metadata of a resource: pruning does not enter them, the other steps do. */
  private metaEntry(entry: Entry, schema: Schema | undefined, resource: "root" | "embedded"): Entry | undefined {
    const isGone = schema !== undefined && isNull(entry.value) && !schema.nullable;
    if (entry.key.value === "metadata") checkObjectMeta(entry.value, this.path.slice(), this.metaReport);
    else if (resource === "embedded" && !isGone && jsonType(entry.value) !== "string")
      this.malformed(entry.value, "string");
    if (schema === undefined) return entry;
    this.keeping++;
    const made = this.known(entry, schema);
    this.keeping--;
    return made;
  }
}

const NO_ENTRIES: readonly Entry[] = [];

function namesOf(schema: Schema | undefined): readonly string[] {
  return schema?.properties?.entries.map(({ key }) => String(key.value)) ?? NO_NAMES;
}

/** Entries for the properties that are not there and have a default. */
function missingDefaults(node: MapNode, schema: Schema): readonly Entry[] {
  if (schema.defaulted.length === 0) return NO_ENTRIES;
  return schema.defaulted.flatMap(([name, property]) =>
    entryOf(node, name) === undefined ? [{ key: keyNode(name), value: filled(property) }] : [],
  );
}

function keyNode(value: string): ScalarNode {
  return { kind: "scalar", start: 0, end: 0, value, style: "plain" };
}

const filledDefaults = new WeakMap<Schema, Node>();

/** The default of a schema, with the defaults of the schemas below it filled in. */
function filled(schema: Schema): Node {
  let node = filledDefaults.get(schema);
  if (node === undefined) {
    node = schema.default === undefined ? NULL : fill(schema.default, schema);
    filledDefaults.set(schema, node);
  }
  return node;
}

const NULL: Node = { kind: "scalar", start: 0, end: 0, value: null, style: "plain" };

function fill(node: Node, schema: Schema): Node {
  if (node.kind === "list") {
    const items = schema.itemSchema;
    return items === undefined ? node : { ...node, items: node.items.map(item => fillNull(item, items)) };
  }
  if (node.kind !== "map") return node;
  const entries = node.entries.map(entry => {
    const below = schema.property(String(entry.key.value)) ?? schema.additionalSchema;
    return below === undefined ? entry : { ...entry, value: fillNull(entry.value, below) };
  });
  return { ...node, entries: [...entries, ...missingDefaults(node, schema)] };
}

function fillNull(node: Node, schema: Schema): Node {
  return schema.default !== undefined && !schema.nullable && isNull(node) ? filled(schema) : fill(node, schema);
}
