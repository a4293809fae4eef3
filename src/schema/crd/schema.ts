// A schema of a CustomResourceDefinition (JSONSchemaProps), read once from its node; the schemas below are read when they are asked for.

import { entryOf, type ListNode, type MapNode, type Node } from "../../yaml/node.ts";
import { FORMATS_BY_TYPE_SINCE, type FormatCheck, formatCheck } from "./formats.ts";
import { isNull } from "./json.ts";
import { compilePattern, type Pattern } from "./regexp.ts";

/** Bounds of numbers, texts, lists and maps. */
export interface Bounds {
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: boolean;
  exclusiveMaximum?: boolean;
  multipleOf?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  minProperties?: number;
  maxProperties?: number;
}

const NUMBERS = new Set([
  ...["minimum", "maximum", "multipleOf", "minLength", "maxLength"],
  ...["minItems", "maxItems", "minProperties", "maxProperties"],
]);
const NOTHING: readonly never[] = [];
const INT_OR_STRING: readonly string[] = ["integer", "string"];
const EMPTY_NODE: MapNode = { kind: "map", start: 0, end: 0, flow: true, entries: [] };

export class Schema {
  readonly node: MapNode;
  type = "";
  format = "";
  pattern = "";
  nullable = false;
  /** x-kubernetes-preserve-unknown-fields; `false` is an error of its own. */
  preserve: boolean | undefined;
  /** x-kubernetes-embedded-resource. */
  embedded = false;
  intOrString = false;
  uniqueItems = false;
  /** Undefined where there is no value that counts: `default: null` is no default. */
  default: Node | undefined;
  enum: readonly Node[] = NOTHING;
  bounds: Bounds | undefined;
  properties: MapNode | undefined;
  items: Node | undefined;
  additional: Node | undefined;
  allOf: readonly Node[] = NOTHING;
  anyOf: readonly Node[] = NOTHING;
  oneOf: readonly Node[] = NOTHING;
  not: Node | undefined;
  listType: string | undefined;
  listKeys: readonly string[] = NOTHING;
  mapType: string | undefined;
  rules: readonly Node[] = NOTHING;
  /** Other keys with a value: title, description, $ref … */
  others: string[] | undefined;

  private requiredNode: ListNode | undefined;
  private requiredNames: readonly string[] | undefined;
  private children: Map<MapNode, Schema> | undefined;
  private enumTexts: Set<string> | undefined;
  private defaultedProperties: readonly (readonly [string, Schema])[] | undefined;

  constructor(node: MapNode) {
    this.node = node;
    for (const { key, value } of node.entries) this.read(String(key.value), value);
  }

  private read(key: string, node: Node): void {
    if (isNull(node)) return;
    if (node.kind === "scalar") this.readScalar(key, node.value, node);
    else if (node.kind === "list") this.readList(key, node);
    else this.readMap(key, node);
  }

  private readScalar(key: string, value: string | number | boolean | null, node: Node): void {
    if (typeof value === "string") {
      if (key === "description" || key === "title") this.note(key, value !== "");
      else if (key === "type") this.type = value;
      else if (key === "format") this.format = value;
      else if (key === "pattern") this.pattern = value;
      else if (key === "x-kubernetes-list-type") this.listType = value;
      else if (key === "x-kubernetes-map-type") this.mapType = value;
      else if (key === "default") this.default = node;
      else this.note(key, value !== "" || key === "$ref" || key === "example");
    } else if (typeof value === "boolean") this.readFlag(key, value, node);
    else if (typeof value === "number") {
      if (key === "default") this.default = node;
      else if (NUMBERS.has(key)) {
        this.bounds ??= {};
        this.bounds[key as "minimum"] = value;
      } else this.note(key, true);
    }
  }

  private readFlag(key: string, value: boolean, node: Node): void {
    if (key === "nullable") this.nullable = value;
    else if (key === "x-kubernetes-preserve-unknown-fields") this.preserve = value;
    else if (key === "x-kubernetes-embedded-resource") this.embedded = value;
    else if (key === "x-kubernetes-int-or-string") this.intOrString = value;
    else if (key === "uniqueItems") this.uniqueItems = value;
    else if (key === "default") this.default = node;
    else if (key === "additionalProperties") this.additional = node;
    else if (key === "exclusiveMinimum" || key === "exclusiveMaximum") {
      this.bounds ??= {};
      this.bounds[key] = value;
    } else this.note(key, true);
  }

  private readList(key: string, node: ListNode): void {
    if (key === "required") this.requiredNode = node;
    else if (key === "enum") this.enum = node.items;
    else if (key === "allOf" || key === "anyOf" || key === "oneOf") this[key] = node.items;
    else if (key === "x-kubernetes-list-map-keys") this.listKeys = texts(node);
    else if (key === "x-kubernetes-validations") this.rules = node.items;
    else if (key === "default") this.default = node;
    else if (key === "items") this.items = node;
    else this.note(key, node.items.length > 0);
  }

  private readMap(key: string, node: MapNode): void {
    if (key === "properties") this.properties = node;
    else if (key === "items") this.items = node;
    else if (key === "additionalProperties") this.additional = node;
    else if (key === "not") this.not = node;
    else if (key === "default") this.default = node;
    else this.note(key, node.entries.length > 0 || key === "dependencies" || key === "additionalItems");
  }

  private note(key: string, counts: boolean): void {
    if (!counts) return;
    this.others ??= [];
    this.others.push(key);
  }

  has(other: string): boolean {
    return this.others?.includes(other) === true;
  }

  get required(): readonly string[] {
    if (this.requiredNode === undefined) return NOTHING;
    this.requiredNames ??= texts(this.requiredNode);
    return this.requiredNames;
  }

  /** The types of a value; none where any is good. */
  get types(): readonly string[] {
    return this.intOrString ? INT_OR_STRING : this.type === "" ? NOTHING : [this.type];
  }

  /** The schema in a node below this one: read once. What is no map counts as an empty schema. */
  below(node: Node): Schema {
    if (node.kind !== "map") return EMPTY;
    this.children ??= new Map();
    let child = this.children.get(node);
    if (child === undefined) {
      child = new Schema(node);
      this.children.set(node, child);
    }
    return child;
  }

  property(key: string): Schema | undefined {
    if (this.properties === undefined) return undefined;
    const node = entryOf(this.properties, key)?.value;
    return node === undefined ? undefined : this.below(node);
  }

  get itemSchema(): Schema | undefined {
    return this.items?.kind === "map" ? this.below(this.items) : undefined;
  }

  /** The schema of other properties; undefined as well where they are only allowed or forbidden. */
  get additionalSchema(): Schema | undefined {
    return this.additional?.kind === "map" ? this.below(this.additional) : undefined;
  }

  get isClosed(): boolean {
    return this.additional?.kind === "scalar" && this.additional.value === false;
  }

  /** Properties that have a default. */
  get defaulted(): readonly (readonly [string, Schema])[] {
    this.defaultedProperties ??=
      this.properties?.entries
        .filter(({ value }) => value.kind === "map" && entryOf(value, "default") !== undefined)
        .map(({ key, value }) => [String(key.value), this.below(value)] as const)
        .filter(([, schema]) => schema.default !== undefined) ?? NOTHING;
    return this.defaultedProperties;
  }

  /** Undefined where there is no pattern, or none that compiles. */
  get compiledPattern(): Pattern | undefined {
    return this.pattern === "" ? undefined : compilePattern(this.pattern).pattern;
  }

  /** The check of texts by the format, if the server knows it. */
  formatCheck(minor: number): FormatCheck | undefined {
    if (this.format === "") return undefined;
    const isText = this.intOrString || this.type === "" || this.type === "string";
    return isText || minor < FORMATS_BY_TYPE_SINCE ? formatCheck(this.format, minor) : undefined;
  }

  enumHas(text: string): boolean {
    this.enumTexts ??= new Set(
      this.enum.flatMap(node => (node.kind === "scalar" && typeof node.value === "string" ? [node.value] : [])),
    );
    return this.enumTexts.has(text);
  }
}

function texts(node: ListNode): string[] {
  const result: string[] = [];
  for (const item of node.items) if (item.kind === "scalar" && typeof item.value === "string") result.push(item.value);
  return result;
}

const EMPTY = new Schema(EMPTY_NODE);

/** The schema in a node, read anew. */
export function readSchema(node: Node): Schema {
  return node.kind === "map" ? new Schema(node) : EMPTY;
}
