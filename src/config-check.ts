// A configuration against its schema. The walk is over our own nodes, so that every complaint has its place; the tests compare its
// verdicts with ajv's.

import type { Schema } from "./config-schema.ts";
import { formatPath, type Path } from "./diagnostic.ts";
import { nearestTo } from "./nearest.ts";
import type { MapNode, Node, ScalarNode } from "./yaml/node.ts";

/** One mistake: the offset of its place, and a sentence. */
export interface Complaint {
  readonly at: number;
  readonly sentence: string;
}

export function complaintsOf(schema: Schema, root: Node): Complaint[] {
  return new Check(schema.definitions ?? {}).value(schema, root, []);
}

class Check {
  private readonly definitions: Readonly<Record<string, Schema>>;

  constructor(definitions: Readonly<Record<string, Schema>>) {
    this.definitions = definitions;
  }

  value(given: Schema, node: Node, path: Path): Complaint[] {
    const schema = this.resolved(given);
    if (schema.anyOf !== undefined) {
      const branch = schema.anyOf
        .map(candidate => this.resolved(candidate))
        .find(candidate => accepts(candidate, node));
      return branch === undefined ? [wrong(schema, node, path)] : this.value(branch, node, path);
    }
    if (!accepts(schema, node)) return [wrong(schema, node, path)];
    if (node.kind === "map") return this.map(schema, node, path);
    if (node.kind === "scalar") return complaintsOfScalar(schema, node, path);
    const { items } = schema;
    return items === undefined ? [] : node.items.flatMap((item, index) => this.value(items, item, [...path, index]));
  }

  private resolved(schema: Schema): Schema {
    return this.definitions[schema.$ref?.slice("#/definitions/".length) ?? ""] ?? schema;
  }

  private map(schema: Schema, map: MapNode, path: Path): Complaint[] {
    const { properties = {}, required = [] } = schema;
    const complaints = map.entries.flatMap(({ key, value }): Complaint[] => {
      const name = String(key.value);
      const below = Object.hasOwn(properties, name) ? properties[name] : besides(schema, name);
      if (typeof below === "object") return this.value(below, value, [...path, name]);
      return below === false ? [{ at: key.start, sentence: unknownKey(name, Object.keys(properties), path) }] : [];
    });
    const missing = required.filter(name => !map.entries.some(({ key }) => key.value === name));
    return [...complaints, ...missing.map(name => ({ at: map.start, sentence: `${named(path)} needs "${name}"` }))];
  }
}

/** What a key may hold that the schema does not name. */
function besides(
  { patternProperties = {}, additionalProperties }: Schema,
  name: string,
): Schema["additionalProperties"] {
  const found = Object.entries(patternProperties).find(([pattern]) => new RegExp(pattern).test(name));
  return found?.[1] ?? additionalProperties;
}

/** Whether the shape is right; a word outside of an enumeration still has the shape of one. */
function accepts({ type, enum: words }: Schema, node: Node): boolean {
  if (type === "object") return node.kind === "map";
  if (type === "array") return node.kind === "list";
  if (node.kind !== "scalar") return false;
  const { value } = node;
  if (words !== undefined) return typeof value === "string" || words.some(word => word === value);
  if (type === "integer") return Number.isInteger(value);
  return type === undefined || typeof value === type;
}

function complaintsOfScalar(schema: Schema, node: ScalarNode, path: Path): Complaint[] {
  const { value } = node;
  if (schema.enum?.some(word => word === value) === false) return [wrong(schema, node, path)];
  if (schema.pattern !== undefined && !new RegExp(schema.pattern).test(String(value)))
    return [wrong(schema, node, path)];
  if (schema.minimum !== undefined && Number(value) < schema.minimum)
    return [{ at: node.start, sentence: `${named(path)} is at least ${schema.minimum}, not ${value}` }];
  return [];
}

function unknownKey(name: string, known: readonly string[], path: Path): string {
  const near = nearestTo(name, known);
  const hint =
    near !== undefined ? `; did you mean "${near}"?` : known.length <= 12 ? `; there are ${known.join(", ")}` : "";
  if (path.at(-1) === "rules") return `no rule is called "${name}"${hint || "; kprobe-lint rules lists them"}`;
  if (path.at(-2) !== "rules") return `unknown key "${name}"${hint}`;
  if (known.length === 1) return `rule ${path.at(-1)} has no option "${name}"; it has no options but a severity`;
  return `rule ${path.at(-1)} has no option "${name}"${hint}`;
}

function wrong(schema: Schema, node: Node, path: Path): Complaint {
  const words = schema.enum?.filter(word => typeof word === "string") ?? [];
  const near = node.kind === "scalar" && typeof node.value === "string" ? nearestTo(node.value, words) : undefined;
  const hint = near === undefined ? quoteHint(schema, node) : `; did you mean "${near}"?`;
  return { at: node.start, sentence: `${named(path)} is ${expected(schema)}, not ${found(node)}${hint}` };
}

/** A number or a boolean where text belongs is text in quotes. */
function quoteHint({ type }: Schema, node: Node): string {
  if (type === "array" && node.kind === "scalar" && node.value !== null) return "; write it in [brackets]";
  const isBare = type === "string" && node.kind === "scalar" && node.value !== null;
  return isBare ? "; write it in quotes" : "";
}

function named(path: Path): string {
  return path.length === 0 ? "the configuration" : `"${formatPath(path)}"`;
}

const EXPECTED = {
  object: "a map",
  string: "text",
  number: "a number",
  integer: "a whole number",
  boolean: "true or false",
} as const;

function expected(schema: Schema): string {
  if (schema.title !== undefined) return schema.title;
  if (schema.enum !== undefined) {
    const words = schema.enum.map(String);
    return words.length === 1 ? `"${words[0]}"` : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
  }
  if (schema.type === "array") return schema.items?.type === "object" ? "a list of maps" : "a list";
  return schema.type === undefined ? "something else" : EXPECTED[schema.type];
}

function found(node: Node): string {
  if (node.kind !== "scalar") return `a ${node.kind}`;
  if (node.value === null) return "empty";
  return typeof node.value === "string" ? JSON.stringify(node.value) : String(node.value);
}
