import { describe, expect, test } from "vitest";
import { definitionText, fieldsOf, judgeDefinition } from "./manifests.ts";

const ROOT = "spec.validation.openAPIV3Schema";

/** The fields that are refused in the schema of `spec`, without what all of them begin with. */
async function refused(schema: string, options: Parameters<typeof definitionText>[1] = {}): Promise<string[]> {
  const fields = fieldsOf(await judgeDefinition(definitionText(schema, options)));
  return fields.map(field => field.replace(`${ROOT}.properties[spec].properties[a]`, "a").replace(ROOT, "schema"));
}

async function refusedField(schema: string): Promise<string[]> {
  return refused(`{type: object, properties: {a: ${schema}}}`);
}

describe("structural schemas", () => {
  test.each([
    ["{type: string}", []],
    ["{}", ["a.type"]],
    ["null", ["a.type"]],
    ["{type: 'null'}", ["a.type"]],
    ["{type: int}", ["a.type"]],
    ["{type: array}", ["a.items"]],
    ["{type: array, items: {}}", ["a.items.type"]],
    ["{type: array, items: [{type: string}]}", ["a.items"]],
    ["{x-kubernetes-int-or-string: true}", []],
    ["{x-kubernetes-preserve-unknown-fields: true}", []],
    ["{x-kubernetes-preserve-unknown-fields: false}", ["a.x-kubernetes-preserve-unknown-fields"]],
    ["{type: object, additionalProperties: {}}", ["a.additionalProperties.type"]],
    ["{type: object, additionalProperties: true, properties: {b: {type: string}}}", []],
    ["{type: object, additionalProperties: false, properties: {b: {type: string}}}", ["a.additionalProperties"]],
    [
      "{type: object, additionalProperties: {type: string}, properties: {b: {type: string}}}",
      ["a.additionalProperties"],
    ],
    ["{type: string, uniqueItems: true}", ["a.uniqueItems"]],
    ["{type: string, pattern: '('}", ["a.pattern"]],
    ["{type: string, $ref: '#/x'}", ["a.$ref"]],
    ["{type: string, id: x}", ["a.id"]],
    ["{type: object, patternProperties: {x: {type: string}}}", ["a.patternProperties"]],
    ["{type: object, dependencies: {b: [c]}}", ["a.dependencies"]],
    ["{type: array, items: {type: string}, additionalItems: false}", ["a.additionalItems"]],
    ["{type: string, anyOf: [{type: string}]}", ["a.anyOf[0].type"]],
    ["{anyOf: [{type: integer}, {type: string}], x-kubernetes-int-or-string: true}", []],
    [
      "{anyOf: [{type: string}, {type: integer}], x-kubernetes-int-or-string: true}",
      ["a.anyOf[0].type", "a.anyOf[1].type"],
    ],
    ["{x-kubernetes-int-or-string: true, allOf: [{anyOf: [{type: integer}, {type: string}]}, {minimum: 1}]}", []],
    ["{type: string, not: {nullable: true}}", ["a.not.nullable"]],
    ["{type: string, not: {description: text, title: text}}", ["a.not.description", "a.not.title"]],
    ["{type: object, allOf: [{properties: {metadata: {minLength: 1}}}]}", ["a.allOf[0].properties[metadata]"]],
    ["{type: object, allOf: [{additionalProperties: {minLength: 1}}]}", ["a.allOf[0].additionalProperties"]],
    ["{type: object, x-kubernetes-embedded-resource: true}", ["a.properties"]],
    ["{x-kubernetes-embedded-resource: true, x-kubernetes-preserve-unknown-fields: true}", ["a.type"]],
    [
      "{type: object, x-kubernetes-embedded-resource: true, properties: {kind: {type: integer}, metadata: {type: string}}}",
      ["a.properties[kind].type", "a.properties[metadata].type"],
    ],
    [
      "{x-kubernetes-int-or-string: true, x-kubernetes-preserve-unknown-fields: true}",
      ["a.x-kubernetes-preserve-unknown-fields"],
    ],
  ])("%s: %j", async (schema, fields) => {
    expect(await refusedField(schema)).toEqual(fields);
  });

  test("at the root", async () => {
    const root = async (schema: string) => {
      const text = definitionText("{type: object}").replace(/openAPIV3Schema: .*/, `openAPIV3Schema: ${schema}`);
      return fieldsOf(await judgeDefinition(text)).map(field => field.replace(ROOT, "schema"));
    };
    expect(await root("{}")).toEqual(["schema.type"]);
    expect(await root("{type: array, items: {type: string}}")).toEqual(["schema.type"]);
    expect(await root("{type: object, nullable: true}")).toEqual(["schema.nullable"]);
    expect(await root("{type: object, additionalProperties: true}")).toEqual(["schema.additionalProperties"]);
    expect(await root("{type: object, $schema: x}")).toEqual(["schema"]);
    expect(await root("null")).toEqual(["spec.versions[0].schema.openAPIV3Schema"]);
    expect(await root("{type: object, anyOf: [{properties: {b: {minimum: 1}}}]}")).toEqual(["schema.properties[b]"]);
    expect(
      await root("{type: object, properties: {metadata: {type: object, properties: {labels: {type: object}}}}}"),
    ).toEqual(["schema.properties[metadata]"]);
    expect(
      await root("{type: object, properties: {metadata: {type: object, properties: {name: {type: string}}}}}"),
    ).toEqual([]);
  });

  test("with a status subresource the root may say less", async () => {
    const version = "subresources: {status: {}}";
    const text = definitionText("{type: object}", { version });
    expect(fieldsOf(await judgeDefinition(text))).toEqual([]);
    const limited = text.replace(
      "{type: object, properties: {spec",
      "{type: object, minProperties: 1, properties: {spec",
    );
    expect(fieldsOf(await judgeDefinition(limited))).toEqual([ROOT]);
  });
});

describe("lists", () => {
  const map = (rest: string, items = "type: object, required: [k], properties: {k: {type: string}}") =>
    `{type: array, x-kubernetes-list-type: map, ${rest}, items: {${items}}}`;

  test.each([
    ["{type: array, x-kubernetes-list-type: set, items: {type: string}}", []],
    ["{type: array, x-kubernetes-list-type: set, items: {type: string, nullable: true}}", ["a.items.nullable"]],
    ["{type: array, x-kubernetes-list-type: set, items: {type: object}}", ["a.items.x-kubernetes-map-type"]],
    ["{type: array, x-kubernetes-list-type: bag, items: {type: string}}", ["a.x-kubernetes-list-type"]],
    ["{type: string, x-kubernetes-list-type: set}", ["a.type"]],
    ["{type: string, x-kubernetes-map-type: atomic}", ["a.type"]],
    ["{type: object, x-kubernetes-map-type: odd}", ["a.x-kubernetes-map-type"]],
    ["{type: array, x-kubernetes-list-map-keys: [k], items: {type: string}}", ["a.x-kubernetes-list-type"]],
    [map("x-kubernetes-list-map-keys: [k]"), []],
    [map("x-kubernetes-list-map-keys: []"), ["a.x-kubernetes-list-map-keys"]],
    [map("x-kubernetes-list-map-keys: [k, k]"), ["a.x-kubernetes-list-map-keys"]],
    [map("x-kubernetes-list-map-keys: [z]"), ["a.x-kubernetes-list-map-keys"]],
    [map("x-kubernetes-list-map-keys: [k]", "type: string"), ["a.items.type"]],
    [
      map("x-kubernetes-list-map-keys: [k]", "type: object, properties: {k: {type: string}}"),
      ["a.items.properties[k].default"],
    ],
    [
      map("x-kubernetes-list-map-keys: [k]", "type: object, required: [k], properties: {k: {type: object}}"),
      ["a.items.properties[k].type"],
    ],
    [
      map(
        "x-kubernetes-list-map-keys: [k]",
        "type: object, required: [k], properties: {k: {type: string, nullable: true}}",
      ),
      ["a.items.properties[k].nullable"],
    ],
  ])("%s: %j", async (schema, fields) => {
    expect(await refusedField(schema)).toEqual(fields);
  });
});

describe("defaults", () => {
  test.each([
    ["{type: integer, default: 1}", []],
    ["{type: integer, default: x}", ["a.default"]],
    ["{type: string, enum: [b], default: c}", ["a.default"]],
    ["{type: string, default: null}", []],
    ["{type: object, properties: {b: {type: integer}}, default: {b: x}}", ["a.default.b"]],
    ["{type: object, properties: {b: {type: integer}}, default: {c: 1}}", ["a.default"]],
    [
      "{type: array, items: {type: object, required: [b], properties: {b: {type: integer}}}, default: [{}]}",
      ["a.default.[0].b"],
    ],
    [
      "{type: object, anyOf: [{required: [b]}], properties: {b: {type: string}}, default: {}}",
      ["a.default", "a.default.b"],
    ],
    [
      "{type: object, x-kubernetes-embedded-resource: true, x-kubernetes-preserve-unknown-fields: true, default: {kind: A}}",
      ["a.default.apiVersion"],
    ],
  ])("%s: %j", async (schema, fields) => {
    expect(await refusedField(schema)).toEqual(fields);
  });

  test("are not in the metadata of the object", async () => {
    const root = "metadata: {type: object, properties: {name: {type: string, default: x}}}";
    expect(await refused("{type: object}", { root })).toEqual(["schema.properties[metadata].properties[name].default"]);
  });
});

describe("rules", () => {
  const rule = (text: string) =>
    `{type: object, properties: {b: {type: string}}, x-kubernetes-validations: [{${text}}]}`;

  test.each([
    ["rule: 'true'", []],
    ["rule: ' '", ["rule"]],
    ["rule: 'true', message: ' '", ["message"]],
    ['rule: "true\\n", message: "a\\nb"', ["message"]],
    ['rule: "a\\nb"', ["message"]],
    ["rule: 'true', messageExpression: ' '", ["messageExpression"]],
    ["rule: 'true', reason: Because", ["reason"]],
    ["rule: 'true', reason: FieldValueInvalid, fieldPath: .b", []],
    ["rule: 'true', fieldPath: \".['b']\"", ["fieldPath"]],
    ["rule: 'true', fieldPath: \"['b']\"", []],
    ["rule: 'true', fieldPath: .c", ["fieldPath"]],
    ["rule: 'true', fieldPath: b", ["fieldPath"]],
  ])("%s: %j", async (text, keys) => {
    expect(await refusedField(rule(text))).toEqual(keys.map(key => `a.x-kubernetes-validations[0].${key}`));
  });
});

describe("names and versions", () => {
  const base = definitionText("{type: object}");
  const changed = async (from: string | RegExp, to: string) => fieldsOf(await judgeDefinition(base.replace(from, to)));

  test.each<[string, string, string[]]>([
    ["scope: Namespaced", "scope: Global", ["spec.scope"]],
    ["  scope: Namespaced\n", "", ["spec.scope"]],
    ["group: example.com", "group: example", ["metadata.name", "spec.group"]],
    ["group: example.com", "group: ''", ["metadata.name", "spec.group"]],
    ["group: example.com", "group: Example.com", ["metadata.name", "spec.group"]],
    ["plural: things", "plural: Things", ["metadata.name", "spec.names.plural"]],
    ["kind: Thing,", "kind: my_thing,", ["spec.names.kind", "spec.names.listKind", "spec.names.singular"]],
    ["kind: Thing,", "", ["spec.names.kind", "spec.names.listKind", "spec.names.singular"]],
    ["kind: Thing,", "kind: Thing, listKind: Thing,", ["spec.names.listKind"]],
    [
      "kind: Thing,",
      "kind: Thing, shortNames: [ok, No_], categories: [A],",
      ["spec.names.categories[0]", "spec.names.shortNames[1]"],
    ],
    ["name: v1\n", "name: V1\n", ["spec.version", "spec.versions[0].name"]],
    ["storage: true", "storage: false", ["spec.versions", "status.storedVersions"]],
    ["served: true", "deprecationWarning: gone", ["spec.versions[0].deprecationWarning"]],
    [
      "served: true",
      `deprecated: true\n    deprecationWarning: "${"a".repeat(257)}"`,
      ["spec.versions[0].deprecationWarning"],
    ],
    ["served: true", 'deprecated: true\n    deprecationWarning: "a\\tb"', ["spec.versions[0].deprecationWarning"]],
    ["  versions:", "  preserveUnknownFields: true\n  versions:", ["spec.preserveUnknownFields"]],
    ["name: things.example.com", "name: other.example.com", ["metadata.name"]],
    ["name: things.example.com", "generateName: x", ["metadata.generateName", "metadata.name"]],
  ])("%s -> %s", async (from, to, fields) => {
    expect(await changed(from, to)).toEqual(fields);
  });

  test("a kind may be too long for the list that is named after it", async () => {
    expect(await changed("kind: Thing,", `kind: ${"A".repeat(60)},`)).toEqual(["spec.names.listKind"]);
    expect(await changed("kind: Thing,", `kind: ${"A".repeat(60)}, listKind: B,`)).toEqual([]);
  });

  test("groups of Kubernetes need an approval", async () => {
    const ours = base
      .replace("things.example.com}", "things.x.k8s.io, annotations: {A}}")
      .replace("group: example.com", "group: x.k8s.io");
    const fields = async (annotation: string) => fieldsOf(await judgeDefinition(ours.replace("{A}", annotation)));
    const key = "metadata.annotations[api-approved.kubernetes.io]";
    expect(await fields("{}")).toEqual([key]);
    expect(await fields("{api-approved.kubernetes.io: maybe}")).toEqual([key]);
    expect(await fields("{api-approved.kubernetes.io: unapproved}")).toEqual([]);
    expect(await fields("{api-approved.kubernetes.io: 'https://example.com/1'}")).toEqual([]);
  });

  test("what versions have in common is said of the spec, what differs of the version", async () => {
    const second = (schema: string) =>
      `${definitionText("{}")}  - {name: v2, served: true, storage: false, schema: {openAPIV3Schema: ${schema}}}\n`;
    expect(fieldsOf(await judgeDefinition(second("{type: object, properties: {spec: {}}}")))).toEqual([
      `${ROOT}.properties[spec].type`,
    ]);
    expect(fieldsOf(await judgeDefinition(second("{type: object, properties: {b: {}}}")))).toEqual([
      "spec.versions[0].schema.openAPIV3Schema.properties[spec].type",
      "spec.versions[1].schema.openAPIV3Schema.properties[b].type",
    ]);
  });

  test("two versions of a name, two that are stored", async () => {
    const twice = `${base}  - {name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object}}}\n`;
    expect(fieldsOf(await judgeDefinition(twice))).toEqual(["spec.versions", "status.storedVersions"]);
  });
});

describe("subresources, columns, selectable fields, conversion", () => {
  const schema = "{type: object, properties: {s: {type: string}, l: {type: array, items: {type: string}}}}";
  const fields = async (version: string) => fieldsOf(await judgeDefinition(definitionText(schema, { version })));

  test.each<[string, string[]]>([
    [
      "subresources: {scale: {}}",
      ["spec.subresources.scale.specReplicasPath", "spec.subresources.scale.statusReplicasPath"],
    ],
    [
      "subresources: {scale: {specReplicasPath: spec.a, statusReplicasPath: .spec.b, labelSelectorPath: .x}}",
      [
        "spec.subresources.scale.labelSelectorPath",
        "spec.subresources.scale.specReplicasPath",
        "spec.subresources.scale.statusReplicasPath",
      ],
    ],
    ["additionalPrinterColumns: [{name: A, type: string, jsonPath: .spec.s}]", []],
    [
      "additionalPrinterColumns: [{type: text, format: odd, jsonPath: spec.s}]",
      ["format", "JSONPath", "name", "type"].map(key => `spec.additionalPrinterColumns[0].${key}`).sort(),
    ],
    ["selectableFields: [{jsonPath: .spec.s}]", []],
    ["selectableFields: [{jsonPath: .spec.s}, {jsonPath: .spec.s}]", ["spec.selectableFields[1].jsonPath"]],
    [
      "selectableFields: [{jsonPath: .spec.l}, {jsonPath: .spec.z}, {}]",
      [0, 1, 2].map(index => `spec.selectableFields[${index}].jsonPath`),
    ],
    ["selectableFields: [{jsonPath: \"['spec'].s\"}]", ["spec.selectableFields[0].jsonPath"]],
  ])("%s", async (version, expected) => {
    expect(await fields(version)).toEqual(expected);
  });

  test.each<[string, string[]]>([
    ["{strategy: None}", []],
    ["{}", ["spec.conversion.strategy"]],
    ["{strategy: Odd}", ["spec.conversion.strategy"]],
    ["{strategy: Webhook}", ["spec.conversion.conversionReviewVersions", "spec.conversion.webhookClientConfig"]],
    [
      "{strategy: None, webhook: {clientConfig: {url: 'https://a.b'}, conversionReviewVersions: [v1]}}",
      ["spec.conversion.conversionReviewVersions", "spec.conversion.webhookClientConfig"],
    ],
    [
      "{strategy: Webhook, webhook: {clientConfig: {url: 'http://a.b'}, conversionReviewVersions: [v2]}}",
      ["spec.conversion.conversionReviewVersions", "spec.conversion.webhookClientConfig.url"],
    ],
    [
      "{strategy: Webhook, webhook: {clientConfig: {service: {name: a, namespace: b, path: x, port: 0}}, conversionReviewVersions: [v1, v1]}}",
      [
        "spec.conversion.conversionReviewVersions[1]",
        "spec.conversion.webhookClientConfig.service.path",
        "spec.conversion.webhookClientConfig.service.port",
      ],
    ],
    // The server mixes up the two names.
    [
      "{strategy: Webhook, webhook: {clientConfig: {service: {name: a}}, conversionReviewVersions: [v1]}}",
      ["spec.conversion.webhookClientConfig.service.name"],
    ],
  ])("conversion %s", async (conversion, expected) => {
    const text = definitionText(schema).replace("  versions:", `  conversion: ${conversion}\n  versions:`);
    expect(fieldsOf(await judgeDefinition(text))).toEqual(expected);
  });
});

test("formats that the server does not know are warned of once", async () => {
  const text = definitionText(
    "{type: object, properties: {a: {type: string, format: odd}, b: {type: string, format: odd}}}",
  );
  const said = async (minor: number) =>
    (await judgeDefinition(text, minor)).map(({ server, message }) => `${server}: ${message}`);
  expect(await said(35)).toEqual(['warns: unrecognized format "odd": the server does not check it']);
  expect(await said(33)).toEqual([]);
});

test("a problem is at the key that is wrong", async () => {
  const text = definitionText("{type: object, properties: {a: {type: int}, b: {minLength: 1}}}");
  const places = (await judgeDefinition(text)).map(({ start, end }) => text.slice(start, end));
  expect(places).toEqual(["b", "int"]);
});
