// JSON Schemas made of schemas/kubernetes, for kubeconform: one file a kind, complete in itself, unknown fields refused.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { groupsWithTypes, loadTypes, type Scalar, structOf, type Type } from "../../src/schema/tables.ts";
import { allKinds, isServed } from "../../src/schema/versions.ts";

type Schema = Readonly<Record<string, unknown>>;

/** null is taken as absent, as the API server does. */
const SCALARS: Readonly<Record<Scalar, Schema>> = {
  string: { type: ["string", "null"] },
  boolean: { type: ["boolean", "null"] },
  int32: { type: ["integer", "null"], format: "int32" },
  int64: { type: ["integer", "null"], format: "int64" },
  double: { type: ["number", "null"], format: "double" },
  quantity: { type: ["string", "number", "null"] },
  "int-or-string": { type: ["string", "integer", "null"] },
  time: { type: ["string", "null"], format: "date-time" },
  "micro-time": { type: ["string", "null"], format: "date-time" },
  bytes: { type: ["string", "null"], format: "byte" },
  any: {},
  "schema-or-boolean": {},
  "schema-or-list": {},
  "schema-or-strings": {},
};

function schemaOf(type: Type): Schema {
  if (type.kind === "scalar") return SCALARS[type.scalar];
  if (type.kind === "list") return { type: ["array", "null"], items: schemaOf(type.of) };
  if (type.kind === "map") return { type: ["object", "null"], additionalProperties: schemaOf(type.of) };
  return { $ref: `#/definitions/${type.name}` };
}

function structIn(type: Type): string | undefined {
  if (type.kind === "scalar") return undefined;
  return type.kind === "struct" ? type.name : structIn(type.of);
}

/** The schema of a kind with the definitions it reaches. The types of its group have been loaded. */
export function kindSchema(typeName: string, apiVersion: string, kind: string, minor: number): Schema {
  const definitions = new Map<string, Schema>();
  const waiting = [typeName];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (definitions.has(name)) continue;
    const fields = [...structOf(name)].filter(([, { minors }]) => minors?.has(minor) ?? true);
    const required = fields.filter(([, field]) => field.required).map(([field]) => field);
    // Of a kind that is older than what is known of it nothing is said.
    if (fields.length === 0) {
      definitions.set(name, {});
      continue;
    }
    definitions.set(name, {
      type: ["object", "null"],
      properties: Object.fromEntries(fields.map(([field, { type }]) => [field, schemaOf(type)])),
      ...(required.length === 0 ? {} : { required }),
      additionalProperties: false,
    });
    waiting.push(...fields.flatMap(([, { type }]) => structIn(type) ?? []));
  }
  const { properties, ...rest } = definitions.get(typeName) ?? {};
  const header = { apiVersion: { type: "string", enum: [apiVersion] }, kind: { type: "string", enum: [kind] } };
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    ...rest,
    type: "object",
    properties: { ...(properties as Schema), ...header },
    definitions: Object.fromEntries(definitions),
  };
}

/** The name under which kubeconform looks for a kind: `{{.ResourceKind}}{{.KindSuffix}}.json`. */
export function schemaName(apiVersion: string, kind: string): string {
  const [group = "", version] = apiVersion.includes("/") ? apiVersion.split("/") : ["", apiVersion];
  return [kind, group.split(".")[0], version].filter(Boolean).join("-").toLowerCase().concat(".json");
}

/** Writes the schemas of all kinds that a cluster of this version knows; their number. */
export async function writeJsonSchemas(directory: string, minor: number): Promise<number> {
  mkdirSync(directory, { recursive: true });
  for (const group of groupsWithTypes()) await loadTypes(group);
  const kinds = allKinds().filter(kind => isServed({ ...kind, offByDefault: false }, minor));
  for (const { apiVersion, kind, type } of kinds)
    writeFileSync(
      join(directory, schemaName(apiVersion, kind)),
      JSON.stringify(kindSchema(type, apiVersion, kind, minor)),
    );
  return kinds.length;
}
