// A value together with the place it was read from. The domain, the graph and the rules see manifests through fields only.

import type { Path } from "./diagnostic.ts";
import { type Entry, entryOf, type Node, type ScalarNode, toValue } from "./yaml/node.ts";

const WHOLE_VARIABLE = /^\$\([A-Za-z_]\w*\)$/;

/**
 * Text that a deployment tool fills in later: `${NAME}`, `$(NAME)` as a whole value, `{{ … }}`, `<% … %>`. Nothing can be concluded from it.
 * Searched without one regex for all, whose time would grow with the square of a text such as `${${${…`.
 */
export function isPlaceholder(text: string): boolean {
  if (!text.includes("{") && !text.includes("<%") && !text.startsWith("$(")) return false;
  const variable = text.indexOf("${");
  if (variable >= 0 && text.indexOf("}", variable) >= 0) return true;
  return text.includes("{{") || text.includes("<%") || (text.startsWith("$(") && WHOLE_VARIABLE.test(text));
}

/**
 * A place in a document, with or without a value. Fields are cheap views made on the way down; an absent one still knows its path and
 * its nearest existing ancestor, so a rule can point at what is missing.
 */
export class Field {
  readonly node: Node | undefined;
  readonly parent: Field | undefined;
  readonly key: string | number;
  /** The map entry the value came from: its key is where a diagnostic about a missing or a block value points. */
  readonly entry: Entry | undefined;

  constructor(node: Node | undefined, parent?: Field, key: string | number = "", entry?: Entry) {
    this.node = node;
    this.parent = parent;
    this.key = key;
    this.entry = entry;
  }

  /** A value is there and is not null: the API server reads null as absent nearly everywhere. */
  get exists(): boolean {
    return this.node !== undefined && !(this.node.kind === "scalar" && this.node.value === null);
  }

  get path(): Path {
    const path: (string | number)[] = [];
    for (let field: Field = this; field.parent !== undefined; field = field.parent) path.push(field.key);
    return path.reverse();
  }

  /** The field below, by key or index, one or several steps; absent where there is nothing or another shape. */
  get(first?: string | number, second?: string | number, ...others: (string | number)[]): Field {
    // Most look-ups take one or two steps: no list is made for them.
    if (first === undefined) return this;
    let field = this.child(first);
    if (second !== undefined) field = field.child(second);
    for (const step of others) field = field.child(step);
    return field;
  }

  private child(step: string | number): Field {
    const node = this.node;
    if (typeof step === "number") return new Field(node?.kind === "list" ? node.items[step] : undefined, this, step);
    const entry = node?.kind === "map" ? entryOf(node, step) : undefined;
    return new Field(entry?.value, this, step, entry);
  }

  /** The items of a list; none where there is no list. */
  items(): Field[] {
    if (this.node?.kind !== "list") return [];
    return this.node.items.map((item, index) => new Field(item, this, index));
  }

  /** The entries of a map in source order; none where there is no map. */
  entries(): Field[] {
    if (this.node?.kind !== "map") return [];
    return this.node.entries.map(entry => new Field(entry.value, this, String(entry.key.value), entry));
  }

  get isMap(): boolean {
    return this.node?.kind === "map";
  }

  get isList(): boolean {
    return this.node?.kind === "list";
  }

  /** The scalar as written and understood; undefined for maps, lists and absent values. */
  get scalar(): ScalarNode["value"] | undefined {
    return this.node?.kind === "scalar" ? this.node.value : undefined;
  }

  /** A string is there that a template will replace. */
  get isUnknown(): boolean {
    const value = this.scalar;
    return typeof value === "string" && isPlaceholder(value);
  }

  /** Somewhere above stands what a template will replace: nothing is known of what it holds. */
  get isWithinUnknown(): boolean {
    for (let above = this.parent; above !== undefined; above = above.parent) if (above.isUnknown) return true;
    return false;
  }

  /** The string; undefined for other types and for text that a template will replace. */
  get string(): string | undefined {
    const value = this.scalar;
    return typeof value === "string" && !isPlaceholder(value) ? value : undefined;
  }

  get number(): number | undefined {
    const value = this.scalar;
    return typeof value === "number" ? value : undefined;
  }

  get boolean(): boolean | undefined {
    const value = this.scalar;
    return typeof value === "boolean" ? value : undefined;
  }

  /** The map as strings, entries of other types left out (the schema speaks about them). */
  strings(): Map<string, string> {
    const result = new Map<string, string>();
    for (const field of this.entries())
      if (typeof field.scalar === "string") result.set(String(field.key), field.scalar);
    return result;
  }

  toValue(): unknown {
    return toValue(this.node);
  }
}
