// A schema of a definition, walked through once: what no CRD schema may have, and what makes it structural
// (apiextensions/validation ValidateCustomResourceDefinitionOpenAPISchema).

import type { Path } from "../../diagnostic.ts";
import type { Node } from "../../yaml/node.ts";
import { readSchema, type Schema } from "./schema.ts";
import { checkListType, checkMapType } from "./schema-lists.ts";
import { SchemaReport } from "./schema-report.ts";
import { checkRules } from "./schema-rules.ts";
import { checkCompleteness, checkInvariants, checkNested, isIntOrString, type Level } from "./structural.ts";

const TYPES = ["array", "boolean", "integer", "number", "object", "string"];
const UNSUPPORTED = ["id", "additionalItems", "patternProperties", "definitions", "dependencies", "$ref"];
const META = new Set(["metadata", "kind", "apiVersion"]);

const PLAIN_TYPES: ReadonlySet<unknown> = new Set(["boolean", "integer", "number", "object", "string"]);

/** A type and a description, as most schemas are: nothing can be wrong with them. */
function isPlain(node: Node): boolean {
  if (node.kind !== "map") return false;
  let hasType = false;
  for (const { key, value } of node.entries) {
    if (value.kind !== "scalar") return false;
    if (key.value === "type") {
      if (!PLAIN_TYPES.has(value.value)) return false;
      hasType = true;
    } else if (key.value !== "description") return false;
  }
  return hasType;
}

export interface Defaulted {
  readonly schema: Schema;
  readonly path: Path;
  /** Inside the metadata of a resource. */
  readonly inMeta: boolean;
}

export interface Walk {
  readonly report: SchemaReport;
  /** Schemas of the structure that have a default. */
  readonly defaults: readonly Defaulted[];
  readonly formats: readonly { readonly path: Path; readonly format: string; readonly type: string }[];
  /** What no structural schema can have is there: then nothing can be said about structure. */
  readonly isUnstructurable: boolean;
  /** `$schema`, which is refused where nothing else is wrong. */
  readonly hasSchemaKey: boolean;
}

/** What holds for a schema because of the schemas around it. */
interface Context {
  /** Why there may be no default. */
  readonly noDefaults: string | undefined;
  readonly inMeta: boolean;
}

export function walkSchema(root: Schema): Walk {
  const walker = new Walker();
  walker.structure(root, "root", { noDefaults: undefined, inMeta: false });
  checkCompleteness(root, walker.report);
  return walker;
}

class Walker implements Walk {
  readonly report = new SchemaReport();
  readonly defaults: Defaulted[] = [];
  readonly formats: { path: Path; format: string; type: string }[] = [];
  isUnstructurable = false;
  hasSchemaKey = false;

  structure(schema: Schema, level: Level, context: Context): void {
    checkInvariants(schema, level, this.report);
    this.plain(schema, context);
    if (schema.default !== undefined)
      this.defaults.push({ schema, path: this.report.path.slice(), inMeta: context.inMeta });
    this.below(schema, level === "root", context, false);
    this.logic(schema, context, isIntOrString(schema.anyOf));
  }

  private nested(schema: Schema, context: Context, isExpected = false): void {
    if (!isExpected) checkNested(schema, this.report);
    this.plain(schema, context);
    this.below(schema, false, context, true);
    this.logic(schema, context, false);
  }

  /** The branches of logic: `exempt` is the pattern of int-or-string, which may name types. */
  private logic(schema: Schema, context: Context, exempt: boolean): void {
    const { path } = this.report;
    for (const key of ["anyOf", "oneOf", "allOf"] as const) {
      const nodes = schema[key];
      for (let index = 0; index < nodes.length; index++) {
        path.push(key, index);
        this.branch(key, index, readSchema(nodes[index] as Node), context, exempt);
        path.pop();
        path.pop();
      }
    }
    if (schema.not === undefined) return;
    path.push("not");
    this.nested(readSchema(schema.not), context);
    path.pop();
  }

  private branch(key: string, index: number, branch: Schema, context: Context, exempt: boolean): void {
    if (key !== "allOf" || index > 0 || !isIntOrString(branch.anyOf)) {
      this.nested(branch, context, exempt && key === "anyOf");
      return;
    }
    checkNested(branch, this.report);
    this.plain(branch, context);
    this.logic(branch, context, true);
  }

  private visit(schema: Schema, level: Level, context: Context, isNested: boolean): void {
    if (isNested) this.nested(schema, context);
    else this.structure(schema, level, context);
  }

  private below(schema: Schema, isRoot: boolean, context: Context, isNested: boolean): void {
    const { path } = this.report;
    const { items, additional, properties } = schema;
    if (items?.kind === "map" && (isNested || !isPlain(items))) {
      path.push("items");
      this.visit(readSchema(items), "items", context, isNested);
      path.pop();
    }
    if (additional?.kind === "map" && (isNested || !isPlain(additional))) {
      const reason = context.inMeta ? "inside additionalProperties applying to object metadata" : context.noDefaults;
      path.push("additionalProperties");
      this.visit(readSchema(additional), "field", { ...context, noDefaults: reason }, isNested);
      path.pop();
    }
    if (properties === undefined) return;
    const hasMeta = isRoot || schema.embedded;
    for (const { key, value } of properties.entries) {
      if (!isNested && isPlain(value)) continue;
      const name = String(key.value);
      const isMeta = hasMeta && META.has(name);
      const noDefaults = isRoot ? `in top-level ${name}` : context.noDefaults;
      path.push("properties", name);
      this.visit(readSchema(value), "field", isMeta ? { inMeta: true, noDefaults } : context, isNested);
      path.pop();
      path.pop();
    }
  }

  /** What no schema of a definition may have, wherever it is. */
  private plain(schema: Schema, { noDefaults, inMeta }: Context): void {
    const { report } = this;
    const { type } = schema;
    if (type === "null") report.invalid("type", "type cannot be set to null, use nullable as an alternative");
    else if (type !== "" && !TYPES.includes(type))
      report.invalid("type", `unsupported type "${type}"; supported: ${TYPES.map(word => `"${word}"`).join(", ")}`);
    if (schema.default !== undefined && noDefaults !== undefined)
      report.invalid("default", `a default must not be set ${noDefaults}`);
    if (schema.uniqueItems)
      report.invalid("uniqueItems", "uniqueItems cannot be set to true since the runtime complexity becomes quadratic");
    if (schema.embedded && inMeta)
      report.invalid("x-kubernetes-embedded-resource", "must not be used inside of resource meta");
    if (schema.preserve === false) {
      this.isUnstructurable = true;
      report.invalid(
        "x-kubernetes-preserve-unknown-fields",
        "x-kubernetes-preserve-unknown-fields false must be true or undefined",
      );
    }
    if (schema.others !== undefined) this.unsupported(schema);
    this.shapes(schema);
    if (schema.format !== "") this.formats.push({ path: report.below("format"), format: schema.format, type });
    if (schema.rules.length > 0) checkRules(schema, report);
  }

  private unsupported(schema: Schema): void {
    for (const key of UNSUPPORTED) {
      if (!schema.has(key)) continue;
      this.isUnstructurable = true;
      this.report.invalid(key, `${key} is not supported`);
    }
    if (schema.has("$schema")) this.hasSchemaKey = true;
  }

  private shapes(schema: Schema): void {
    const { report } = this;
    if (schema.items?.kind === "list" && schema.items.items.length > 0) {
      this.isUnstructurable = true;
      report.invalid("items", "items must be a schema object and not an array");
    }
    const { additional, properties } = schema;
    const isAnything = additional?.kind === "scalar" && additional.value === true;
    if (additional !== undefined && !isAnything && (properties?.entries.length ?? 0) > 0)
      report.invalid("additionalProperties", "additionalProperties and properties are mutual exclusive");
    if (schema.mapType !== undefined) checkMapType(schema, report);
    if (schema.listType !== undefined || schema.listKeys.length > 0) checkListType(schema, report);
  }
}
