import { describe, expect, test } from "vitest";
import { Definitions, readDefinition } from "../../../src/schema/crd/index.ts";
import { definitionOf, definitionText, fieldOf, fieldsOf, judge, thing } from "./manifests.ts";

async function said(schema: string, value: string, minor = 35): Promise<string[]> {
  const { problems } = await judge(definitionText(schema), thing(value), minor);
  return problems.map(({ ruleId, message }) => `${ruleId}: ${message}`);
}

async function refused(schema: string, value: string, minor = 35): Promise<string[]> {
  const { problems } = await judge(definitionText(schema), thing(value), minor);
  return fieldsOf(problems);
}

describe("types", () => {
  const types =
    "{type: object, properties: {i: {type: integer}, f: {type: number}, s: {type: string}, b: {type: boolean}, l: {type: array, items: {type: string}}, e: {x-kubernetes-int-or-string: true}, d: {type: string, format: date}}}";

  test.each([
    ["{i: 3.0}", []],
    ["{i: 1e3}", []],
    ["{i: 3.5}", ["spec.i"]],
    ["{i: 9223372036854775807}", []],
    ["{i: 9223372036854775808}", ["spec.i"]],
    ["{f: 1}", []],
    ["{f: '1'}", ["spec.f"]],
    ["{s: 1}", ["spec.s"]],
    ["{s: null}", []],
    ["{b: yes}", []],
    ["{b: 'yes'}", ["spec.b"]],
    ["{l: [a, 1, null]}", ["spec.l[1]", "spec.l[2]"]],
    ["{l: {}}", ["spec.l"]],
    ["{e: 1.5}", ["spec.e"]],
    ["{e: 50%}", []],
    ["[]", ["spec"]],
    ["text", ["spec"]],
    // The server leaves a list to the format, which does not look at it.
    ["{d: [1]}", []],
    ["{d: 1}", ["spec.d"]],
  ])("%s", async (value, fields) => {
    expect(await refused(types, value)).toEqual(fields);
  });

  test("texts that a template fills in are not judged", async () => {
    expect(await refused(types, "{i: '${COUNT}', b: '{{ .Values.on }}', d: '$(DATE)'}")).toEqual([]);
  });

  test("points at the value and offers quotes", async () => {
    const text = thing("{s: 12}");
    const [problem] = (await judge(definitionText(types), text)).problems;
    expect(problem?.message).toBe("12 is an integer, expected a string by CRD things.example.com v1");
    expect(text.slice(problem?.start, problem?.end)).toBe("12");
    expect(problem?.fixes?.[0]?.edits.map(({ text: inserted }) => inserted)).toEqual(['"', '"']);
  });

  test("a value of the wrong type is said once, whatever else is wrong with it", async () => {
    const schema =
      "{type: object, properties: {a: {type: string, enum: ['on', 'off'], anyOf: [{enum: ['on']}, {maxLength: 2}]}}}";
    expect(await said(schema, "{a: true}")).toEqual([
      "invalid-type: true is a boolean, expected a string by CRD things.example.com v1",
    ]);
  });
});

describe("values", () => {
  test.each([
    ["{type: string, minLength: 2, maxLength: 3}", "'a'", "too short: at least 2 characters"],
    ["{type: string, maxLength: 3}", "abcd", "has 4 characters: at most 3"],
    ["{type: string, pattern: '^a+$'}", "b", "does not match the pattern '^a+$'"],
    ["{type: integer, minimum: 1, exclusiveMinimum: true}", "1", "must be greater than 1"],
    ["{type: integer, maximum: 10.5}", "11", "must be less than or equal to 10.5"],
    ["{type: integer, maximum: 9007199254740993}", "9007199254740995", "too large"],
    ["{type: integer, multipleOf: 5}", "7", "no multiple of 5"],
    ["{type: number, multipleOf: 0.1}", "0.25", "no multiple of 0.1"],
    ["{type: string, enum: [Fast, Slow]}", "fast", 'allows "Fast", "Slow"; did you mean "Fast"?'],
    ["{type: string, nullable: true, enum: [Fast]}", "null", "unsupported value null"],
    ["{type: array, minItems: 1, items: {type: string}}", "[]", "0 items: at least 1"],
    ["{type: array, maxItems: 1, items: {type: string}}", "[a, b]", "2 items: at most 1"],
    ["{type: object, minProperties: 1}", "{}", "0 fields: at least 1"],
    ["{type: string, format: uuid}", "x", 'the format "uuid"'],
  ])("%s refuses %s", async (schema, value, words) => {
    const messages = await said(`{type: object, properties: {a: ${schema}}}`, `{a: ${value}}`);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain(words);
  });

  test.each([
    ["{type: string, maxLength: 1}", "😀"],
    ["{type: integer, maximum: 10.5}", "10"],
    ["{type: number, multipleOf: 0.1}", "0.3"],
    ["{type: number, enum: [2]}", "2.5"],
    ["{type: object, x-kubernetes-preserve-unknown-fields: true, enum: [{a: 1, b: [2]}]}", "{b: [2], a: 1}"],
    ["{type: integer, format: int32}", "2147483648"],
  ])("%s takes %s", async (schema, value) => {
    expect(await said(`{type: object, properties: {a: ${schema}}}`, `{a: ${value}}`)).toEqual([]);
  });

  test("int32 is enforced since 1.36", async () => {
    const schema = "{type: object, properties: {a: {type: integer, format: int32}}}";
    expect(await refused(schema, "{a: 2147483648}", 36)).toEqual(["<nil>"]);
    expect(await refused(schema, "{a: 2147483647}", 36)).toEqual([]);
  });
});

describe("logic", () => {
  const one =
    "{type: object, properties: {a: {type: string}, b: {type: string}, c: {type: integer}}, oneOf: [{required: [a]}, {required: [b]}]}";

  test("exactly one of some fields", async () => {
    expect(await said(one, "{}")).toEqual([
      'invalid-value: exactly one of "a", "b" must be given by CRD things.example.com v1; found none',
    ]);
    expect(await refused(one, "{}")).toEqual(["<nil>", "spec.a"]);
    expect(await refused(one, "{a: x, b: x}")).toEqual(["<nil>"]);
    expect(await refused(one, "{a: x}")).toEqual([]);
  });

  test("of several alternatives the nearest is explained", async () => {
    const schema =
      "{type: object, properties: {kind: {type: string}, size: {type: integer}}, anyOf: [{properties: {kind: {enum: [None]}}}, {properties: {kind: {enum: [Some]}, size: {minimum: 1}}, required: [size]}]}";
    const [message] = await said(schema, "{kind: Some, size: 0}");
    expect(message).toContain("0 is too small");
    expect(await refused(schema, "{kind: Some, size: 0}")).toEqual(["<nil>", "spec.size"]);
    expect(await refused(schema, "{kind: Some, size: 1}")).toEqual([]);
  });

  test("what allOf asks for is the value's own fault", async () => {
    const schema = "{type: object, properties: {r: {type: integer}}, allOf: [{properties: {r: {maximum: 9}}}]}";
    expect(await refused(schema, "{r: 10}")).toEqual(["<nil>", "spec.r"]);
    expect(await said(schema, "{r: 10}")).toHaveLength(1);
  });

  test("not", async () => {
    const schema = "{type: object, properties: {a: {type: string}}, not: {required: [a]}}";
    expect(await refused(schema, "{a: x}")).toEqual(["<nil>"]);
    expect(await refused(schema, "{}")).toEqual([]);
  });
});

describe("unknown fields", () => {
  test("are named with the nearest known one, and what is missing because of them is not said again", async () => {
    const schema = "{type: object, required: [image], properties: {image: {type: string}}}";
    const { problems } = await judge(definitionText(schema), thing("{imgae: nginx}"));
    expect(problems.map(({ message }) => message)).toEqual([
      'unknown field "imgae" in CRD things.example.com v1; did you mean "image"?',
    ]);
    expect(fieldsOf(problems)).toEqual(["spec.image", "spec.imgae"]);
    expect(problems[0]?.fixes?.[0]?.edits[0]?.text).toBe("image");
  });

  test.each([
    ["{type: object}", "{a: 1}", ["spec.a"]],
    ["{type: object, x-kubernetes-preserve-unknown-fields: true}", "{a: {b: [null]}}", []],
    [
      "{type: object, x-kubernetes-preserve-unknown-fields: true, properties: {k: {type: object}}}",
      "{a: 1, k: {b: 1}}",
      ["spec.k.b"],
    ],
    ["{type: object, additionalProperties: true}", "{a: {b: 1}}", ["spec.a.b"]],
    ["{type: object, additionalProperties: {type: object}}", "{a.b/c: {d: 1}}", ["spec.a.b/c.d"]],
    ["{type: array, items: {type: object}}", "[{a: 1}]", ["spec[0].a"]],
    ["{type: array, x-kubernetes-preserve-unknown-fields: true, items: {type: object}}", "[{a: 1}]", []],
  ])("%s and %s", async (schema, value, fields) => {
    expect(await refused(schema, value)).toEqual(fields);
  });
});

describe("nulls and defaults", () => {
  test("a null without a default is no value, one with a default is the default", async () => {
    const schema =
      "{type: object, required: [a, b], properties: {a: {type: string}, b: {type: string, default: x}, c: {type: string, nullable: true}}}";
    expect(await refused(schema, "{a: null, b: null, c: null}")).toEqual(["spec.a"]);
  });

  test("defaults fill in what they default themselves", async () => {
    const schema =
      "{type: object, properties: {f: {type: object, required: [g], default: {}, properties: {g: {type: object, default: {}, required: [h], properties: {h: {type: integer, default: 1}}}}}}}";
    expect(await refused(schema, "{}")).toEqual([]);
    expect(await refused(schema, "{f: {g: {}}}")).toEqual([]);
  });

  test("keys of a list may come from defaults", async () => {
    const schema =
      "{type: array, x-kubernetes-list-type: map, x-kubernetes-list-map-keys: [port, protocol], items: {type: object, required: [port], properties: {port: {type: integer}, protocol: {type: string, default: TCP}}}}";
    expect(await said(schema, "[{port: 80}, {port: 80, protocol: TCP}, {port: 80, protocol: UDP}]")).toEqual([
      'invalid-value: duplicate item with port 80, protocol "TCP": CRD things.example.com v1 allows each port and protocol once',
    ]);
  });

  test("free keys stand in brackets where the server looks at lists", async () => {
    const schema =
      "{type: object, additionalProperties: {type: array, x-kubernetes-list-type: map, x-kubernetes-list-map-keys: [k, l], items: {type: object, properties: {k: {type: string}, l: {type: string}}}}}";
    expect(await refused(schema, "{one: [{k: a}, {k: a}], two: [{}, {}]}")).toEqual(["spec[one][1]", "spec[two][1]"]);
  });

  test("the first repetition of an item is said", async () => {
    const schema = "{type: array, x-kubernetes-list-type: set, items: {x-kubernetes-preserve-unknown-fields: true}}";
    expect(await refused(schema, "[a, a, a, {x: 1, y: 2}, {y: 2, x: 1}, 1, '1']")).toEqual(["spec[1]", "spec[4]"]);
  });
});

describe("metadata", () => {
  test("of the wrong type keeps the object from being decoded", async () => {
    const { problems } = await judge(
      definitionText("{type: object}"),
      "apiVersion: example.com/v1\nkind: Thing\nmetadata: {name: a, labels: {app: 1}, generation: '1', lables: {}}\n",
    );
    expect(problems.map(({ ruleId, path }) => `${ruleId} ${path.join(".")}`)).toEqual([
      "invalid-type metadata.labels.app",
      "invalid-type metadata.generation",
      "unknown-field metadata.lables",
    ]);
  });

  test("a generated name is what the schema sees", async () => {
    const text = definitionText("{type: object}", {
      root: "metadata: {type: object, properties: {name: {type: string, maxLength: 10}}}",
    });
    const named = (metadata: string) => `apiVersion: example.com/v1\nkind: Thing\nmetadata: {${metadata}}\n`;
    expect(fieldsOf((await judge(text, named("generateName: a-"))).problems)).toEqual([]);
    expect(fieldsOf((await judge(text, named("generateName: abcdef-"))).problems)).toEqual(["metadata.name"]);
  });

  test("embedded resources say what they are", async () => {
    const schema = "{type: object, x-kubernetes-embedded-resource: true, x-kubernetes-preserve-unknown-fields: true}";
    expect(await refused(schema, "{}")).toEqual(["spec.apiVersion", "spec.kind"]);
    expect(await refused(schema, "{apiVersion: a/b/c, kind: Not A Kind, x: 1}")).toEqual([
      "spec.apiVersion",
      "spec.kind",
    ]);
    expect(await refused(schema, "{apiVersion: v1, kind: Pod, metadata: {resourceVersion: '1', foo: 1}}")).toEqual([
      "spec.metadata.foo",
    ]);
    expect(
      await refused(schema, "{apiVersion: v1, kind: Pod, metadata: {name: a/b, namespace: Upper, labels: {a: b c}}}"),
    ).toEqual(["spec.metadata.labels", "spec.metadata.name", "spec.metadata.namespace"]);
  });
});

describe("versions and subresources", () => {
  test("a version that is not served is said, and nothing else", async () => {
    const { problems, outcome } = await judge(
      definitionText("{type: object}"),
      "apiVersion: example.com/v2\nkind: Thing\nmetadata: {name: A}\nspec: 3\n",
    );
    expect(outcome.served).toBe(false);
    expect(problems.map(({ message }) => message)).toEqual([
      'CRD things.example.com does not know version "v2" of Thing; served: example.com/v1',
    ]);
  });

  test("the status is dropped where it is a subresource, and not validated", async () => {
    const root = "status: {type: object, required: [phase], properties: {phase: {type: string}}}";
    const resource = `${thing("{}")}status: {}\n`;
    const kept = await judge(definitionText("{type: object}", { root }), resource);
    expect([fieldsOf(kept.problems), kept.outcome.dropped]).toEqual([["status.phase"], []]);
    const version = "subresources: {status: {}}";
    const dropped = await judge(definitionText("{type: object}", { root, version }), resource);
    expect([dropped.problems, dropped.outcome.dropped]).toEqual([[], ["status"]]);
  });

  test("the scale subresource reads numbers of replicas", async () => {
    const version =
      "subresources: {scale: {specReplicasPath: .spec.replicas, statusReplicasPath: .status.replicas, labelSelectorPath: .spec.selector}}";
    const text = definitionText(
      "{type: object, properties: {replicas: {x-kubernetes-int-or-string: true}, selector: {x-kubernetes-int-or-string: true}}}",
      { version },
    );
    const fields = async (spec: string) => fieldsOf((await judge(text, thing(spec))).problems);
    expect(await fields("{replicas: 3, selector: app=a}")).toEqual([]);
    expect(await fields("{replicas: -1}")).toEqual([".spec.replicas"]);
    expect(await fields("{replicas: 2147483648, selector: 1}")).toEqual([".spec.replicas", ".spec.selector"]);
    expect(await fields("{replicas: three}")).toEqual([".spec.replicas"]);
    expect(await fields("text")).toEqual([".spec.replicas", ".spec.selector", "spec"]);
  });

  test("of deprecated versions the newest good one is named", async () => {
    const text = definitionText("{type: object}", { version: "deprecated: true" }).replace(
      /$/,
      ["v1beta1", "v2", "v3alpha1"]
        .map(name => `  - {name: ${name}, served: true, storage: false, schema: {openAPIV3Schema: {type: object}}}\n`)
        .join(""),
    );
    const { problems } = await judge(text, thing("{}"));
    expect(problems.map(({ server, message }) => `${server}: ${message}`)).toEqual([
      "warns: example.com/v1 Thing is deprecated; use example.com/v2 Thing",
    ]);
  });
});

describe("definitions", () => {
  test("are found by group and kind, the one that serves the version first", async () => {
    const definitions = new Definitions();
    const old = await definitionOf(definitionText("{type: object}").replace("name: v1", "name: v1alpha1"));
    const current = await definitionOf(definitionText("{type: object}"));
    definitions.add(old);
    definitions.add(current);
    expect(definitions.find("example.com/v1", "Thing")).toBe(current);
    expect(definitions.find("example.com/v1alpha1", "Thing")).toBe(old);
    expect(definitions.find("example.com/v9", "Thing")).toBe(current);
    expect(definitions.find("Example.com/v1", "Thing")).toBeUndefined();
    expect(definitions.find("example.com/v1", "thing")).toBeUndefined();
    expect(definitions.find("v1", "Thing")).toBeUndefined();
  });

  test("of v1beta1 have one schema for all versions and keep unknown fields", async () => {
    const text = `apiVersion: apiextensions.k8s.io/v1beta1
kind: CustomResourceDefinition
metadata: {name: things.example.com}
spec:
  group: example.com
  version: v1
  names: {kind: Thing, plural: things}
  subresources: {status: {}}
  validation: {openAPIV3Schema: {properties: {spec: {properties: {a: {type: integer}}}}}}
`;
    const { problems, outcome } = await judge(text, `${thing("{a: x, b: 1}")}status: {}\n`);
    expect(fieldsOf(problems)).toEqual(["spec.a"]);
    expect(outcome.dropped).toEqual(["status"]);
  });

  test("are no definition without a group or a kind", async () => {
    for (const spec of ["{}", "{group: example.com}", "{group: '${GROUP}', names: {kind: Thing}}", "3"])
      expect(
        readDefinition(
          await fieldOf(`{apiVersion: apiextensions.k8s.io/v1, kind: CustomResourceDefinition, spec: ${spec}}`),
        ),
      ).toBeUndefined();
    expect(readDefinition(await fieldOf(thing("{}")))).toBeUndefined();
  });
});
