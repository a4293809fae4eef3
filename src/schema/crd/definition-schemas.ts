// The schemas of a definition, as the API server validates them when the definition is created.

import type { Path } from "../../diagnostic.ts";
import type { Field } from "../../field.ts";
import type { Node } from "../../yaml/node.ts";
import type { Problems } from "../problems.ts";
import { checkValue } from "./check.ts";
import { checkEmbedded } from "./embedded.ts";
import { isUnrecognizedFormat } from "./formats.ts";
import { pruneValue } from "./prepare.ts";
import { reportFaults } from "./report.ts";
import { readSchema, type Schema } from "./schema.ts";
import { type SchemaFault, schemaPath } from "./schema-report.ts";
import { type Defaulted, type Walk, walkSchema } from "./schema-walk.ts";

/** One schema of a definition, and what the server calls its place. */
export interface SchemaPlace {
  readonly field: Field;
  readonly serverField: string;
  /** There is a status subresource: then the root may say less. */
  readonly hasStatus: boolean;
}

const RULE = "api-invalid";

/** Returns the formats that the server warns of, if it takes the definition. */
export function validateSchema(place: SchemaPlace, minor: number, problems: Problems): readonly FormatWarning[] {
  const node = place.field.node;
  if (node?.kind !== "map") return [];
  const before = problems.list.length;
  const schema = readSchema(node);
  const walk = walkSchema(schema);
  const faults = [
    ...rootFaults(schema, place.hasStatus),
    ...(walk.isUnstructurable ? [] : walk.report.structural),
    ...walk.report.plain,
  ];
  report(faults, place, problems);
  if (!walk.isUnstructurable && walk.report.structural.length === 0) checkDefaults(walk, place, minor, problems);
  if (walk.hasSchemaKey && problems.list.length === before)
    problems.invalid(place.field.get("$schema"), "$schema is not supported", {
      ruleId: RULE,
      serverField: place.serverField,
    });
  return formatWarnings(walk, place, minor);
}

/** One problem for each place. */
function report(faults: readonly SchemaFault[], { field, serverField }: SchemaPlace, problems: Problems): void {
  const seen = new Set<string>();
  for (const { path, message, required, at } of faults) {
    const server = `${serverField}${schemaPath(path)}`;
    if (seen.has(server)) continue;
    seen.add(server);
    const details = { ruleId: RULE, serverField: server };
    const place = field.get(...(at ?? path));
    if (required) problems.required(place, message, details);
    else problems.invalid(place, message, details);
  }
}

/** Keys that the root may have besides a status subresource (allowedFieldsAtRootSchema). */
const WITH_STATUS = new Set([
  ...["description", "type", "format", "title", "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum"],
  ...["maxLength", "minLength", "pattern", "maxItems", "minItems", "uniqueItems", "multipleOf", "required", "items"],
  ...["properties", "externalDocs", "example", "x-kubernetes-preserve-unknown-fields", "x-kubernetes-validations"],
]);

function rootFaults(schema: Schema, hasStatus: boolean): SchemaFault[] {
  const faults: SchemaFault[] = [];
  const invalid = (path: Path, message: string, at?: Path) =>
    faults.push({ path, message, required: false, ...(at === undefined ? {} : { at }) });
  if (hasStatus && schema.type !== "" && schema.type !== "object")
    invalid(
      ["type"],
      `type "${schema.type}": only "object" is allowed at the root if the status subresource is enabled`,
    );
  else if (hasStatus) {
    const other = schema.node.entries.find(({ key, value }) => !WITH_STATUS.has(String(key.value)) && counts(value));
    if (other !== undefined)
      invalid(
        [],
        `"${other.key.value}" at the root of the schema: only ${[...WITH_STATUS].join(", ")} are allowed there if the status subresource is enabled`,
        [String(other.key.value)],
      );
  }
  if (schema.nullable) invalid(["nullable"], "nullable cannot be true at the root");
  return faults;
}

/** Not a zero value of Go. */
function counts(node: Node): boolean {
  if (node.kind === "scalar")
    return node.value !== null && node.value !== "" && node.value !== false && node.value !== 0;
  return node.kind === "map" || node.items.length > 0;
}

/** structuraldefaulting.ValidateDefaults: defaults are pruned and valid. */
function checkDefaults({ defaults }: Walk, place: SchemaPlace, minor: number, problems: Problems): void {
  for (const defaulted of defaults) checkDefault(defaulted, place, minor, problems);
}

function checkDefault(
  { schema, path, inMeta }: Defaulted,
  place: SchemaPlace,
  minor: number,
  problems: Problems,
): void {
  const value = schema.default;
  // A default inside the metadata of a resource is checked as part of that metadata; only its schema counts here.
  if (value === undefined) return;
  const field = place.field.get(...path, "default");
  const prefix = `${place.serverField}${schemaPath([...path, "default"])}`;
  const found = pruneValue(value, schema);
  if (!inMeta && found.unknown.length > 0) {
    const names = found.unknown.map(unknown => `"${unknown.path[unknown.path.length - 1]}"`);
    const details = { ruleId: RULE, serverField: prefix };
    problems.invalid(field, `the default must not have unknown fields; found ${names.join(", ")}`, details);
  }
  const malformed = found.malformed[0];
  if (malformed !== undefined) {
    problems.invalid(
      field.get(...malformed.path),
      `found a value in the default where ${malformed.expected} is expected`,
      {
        ruleId: RULE,
        serverField: prefix,
      },
    );
    return;
  }
  const embedded = found.embedded.flatMap(checkEmbedded);
  const faults = embedded.length > 0 ? embedded : checkValue(value, schema, minor);
  reportFaults(field, faults, { by: "its own schema", prefix, details: { ruleId: RULE } }, problems);
}

export interface FormatWarning {
  readonly field: Field;
  readonly format: string;
}

function formatWarnings({ formats }: Walk, { field }: SchemaPlace, minor: number): FormatWarning[] {
  return formats
    .filter(({ format, type }) => isUnrecognizedFormat(format, type, minor))
    .map(({ path, format }) => ({ field: field.get(...path), format }));
}
