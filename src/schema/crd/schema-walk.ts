// A schema of a definition, walked through once: what no CRD schema may have, and what makes it structural
// (apiextensions/validation ValidateCustomResourceDefinitionOpenAPISchema).

import type { Path } from "../../diagnostic.ts";
import type { Node } from "../../yaml/node.ts";
import { type Schema, schemaOf } from "./schema.ts";
import { checkListType, checkMapType } from "./schema-lists.ts";
import { SchemaReport } from "./schema-report.ts";
import { checkRules } from "./schema-rules.ts";
import { checkCompleteness, checkInvariants, checkNested, isIntOrString, type Level } from "./structural.ts";

const TYPES = ["array", "boolean", "integer", "number", "object", "string"];
const UNSUPPORTED = ["id", "additionalItems", "patternProperties", "definitions", "dependencies", "$ref"];
const META = new Set(["metadata", "kind", "apiVersion"]);

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
    this.below(schema, level === "root", context, (child, at, inner) => this.structure(child, at, inner));
    this.logic(schema, context, isIntOrString(schema.anyOf));
  }

  private nested(schema: Schema, context: Context, isExpected = false): void {
    if (!isExpected) checkNested(schema, this.report);
    this.plain(schema, context);
    this.below(schema, false, context, child => this.nested(child, context));
    this.logic(schema, context, false);
  }

  /** The branches of logic: `exempt` is the pattern of int-or-string, which may name types. */
  private logic(schema: Schema, context: Context, exempt: boolean): void {
    this.branches("anyOf", schema.anyOf, branch => this.nested(branch, context, exempt));
    this.branches("oneOf", schema.oneOf, branch => this.nested(branch, context));
    this.branches("allOf", schema.allOf, (branch, index) => {
      if (index > 0 || !isIntOrString(branch.anyOf)) {
        this.nested(branch, context);
        return;
      }
      checkNested(branch, this.report);
      this.plain(branch, context);
      this.logic(branch, context, true);
    });
    const { not } = schema;
    if (not !== undefined) this.at(["not"], () => this.nested(schemaOf(not), context));
  }

  private branches(key: string, nodes: readonly Node[], visit: (schema: Schema, index: number) => void): void {
    for (let index = 0; index < nodes.length; index++)
      this.at([key, index], () => visit(schemaOf(nodes[index] as Node), index));
  }

  private at(steps: Path, visit: () => void): void {
    const { path } = this.report;
    path.push(...steps);
    visit();
    path.length -= steps.length;
  }

  private below(
    schema: Schema,
    isRoot: boolean,
    context: Context,
    visit: (schema: Schema, level: Level, context: Context) => void,
  ): void {
    const { itemSchema, additionalSchema } = schema;
    if (itemSchema !== undefined) this.at(["items"], () => visit(itemSchema, "items", context));
    if (additionalSchema !== undefined) {
      const reason = context.inMeta ? "inside additionalProperties applying to object metadata" : context.noDefaults;
      this.at(["additionalProperties"], () => visit(additionalSchema, "field", { ...context, noDefaults: reason }));
    }
    const hasMeta = isRoot || schema.embedded;
    for (const { key, value } of schema.properties?.entries ?? []) {
      const name = String(key.value);
      const isMeta = hasMeta && META.has(name);
      const inner = isMeta
        ? { inMeta: true, noDefaults: isRoot ? `in top-level ${name}` : context.noDefaults }
        : context;
      this.at(["properties", name], () => visit(schemaOf(value), "field", inner));
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
