import fc from "fast-check";
import { expect, test } from "vitest";
import type { Problem } from "../../../src/diagnostic.ts";
import { Field } from "../../../src/field.ts";
import { readDefinition, validateCustomResource } from "../../../src/schema/crd/index.ts";
import { Problems } from "../../../src/schema/problems.ts";
import { validators } from "../../../src/schema/semantic/apiextensions.ts";
import { type Entry, type Node, toValue } from "../../../src/yaml/node.ts";
import { readRows } from "../../oracle/rows.ts";
import { fieldOf } from "./manifests.ts";

interface Row {
  readonly crd: string;
  readonly yaml?: string;
}

type Value = null | boolean | number | string | Value[] | { [key: string]: Value };

const DIR = new URL("../../../fixtures/oracle/", import.meta.url).pathname;
const rows = (readRows(DIR, "crd-cases") as Row[]).filter((_, index) => index % 7 === 0);

async function readValue(text: string): Promise<Value> {
  return toValue((await fieldOf(text)).node) as Value;
}

const seeds: readonly (readonly [Value, Value])[] = await Promise.all(
  rows.map(async ({ crd, yaml = "{}" }) => [await readValue(crd), await readValue(yaml)] as const),
);

/** Any value as the reader would give it, without a text. */
function nodeOf(value: Value): Node {
  const place = { start: 0, end: 1 };
  if (Array.isArray(value)) return { kind: "list", ...place, flow: true, items: value.map(nodeOf) };
  if (value === null || typeof value !== "object") return { kind: "scalar", ...place, value, style: "plain" };
  const entries = Object.entries(value).map(
    ([key, below]): Entry => ({
      key: { kind: "scalar", ...place, value: key, style: "plain" },
      value: nodeOf(below),
    }),
  );
  return { kind: "map", ...place, flow: true, entries };
}

const JUNK: fc.Arbitrary<Value> = fc.constantFrom<Value>(
  ...[
    null,
    true,
    false,
    0,
    -1,
    1.5,
    1e300,
    Number.NaN,
    "",
    "text",
    "${X}",
    "object",
    "array",
    "((",
    "date",
    ".spec.a",
    "toString",
  ],
  ...[[], {}, [null], [{}], [[]], { a: null }, { type: "array" }, { constructor: 1 }, { properties: { a: 3 } }],
  ...[["a", "a"], { type: "string", default: {} }, [{ required: ["a"] }], { "x-kubernetes-embedded-resource": true }],
);

interface Change {
  readonly at: number;
  readonly how: "replace" | "remove" | "wrap" | "rename";
  readonly junk: Value;
}

const CHANGES: fc.Arbitrary<Change[]> = fc.array(
  fc.record({ at: fc.nat(400), how: fc.constantFrom("replace", "replace", "remove", "wrap", "rename"), junk: JUNK }),
  { minLength: 1, maxLength: 4 },
);

/** Changes the value that is met at number `at` on the way through. */
function mutate(value: Value, { at, how, junk }: Change): Value {
  let number = 0;
  const visit = (below: Value): Value | undefined => {
    if (number++ === at) return how === "remove" ? undefined : how === "wrap" ? [below] : junk;
    if (Array.isArray(below)) return below.map(visit).filter(item => item !== undefined);
    if (below === null || typeof below !== "object") return below;
    const entries = Object.entries(below).map(([key, item]): [string, Value | undefined] => [
      how === "rename" && number === at ? `${key}s` : key,
      visit(item),
    ]);
    return Object.fromEntries(entries.filter(([, item]) => item !== undefined)) as Value;
  };
  return visit(value) ?? null;
}

function run(crd: Value, resource: Value, minor: number): readonly Problems[] {
  const definitionRoot = new Field(nodeOf(crd));
  const ofDefinition = new Problems();
  validators["apiextensions.k8s.io/CustomResourceDefinition"]?.(definitionRoot, { minor }, ofDefinition);
  const ofResource = new Problems();
  const definition = readDefinition(definitionRoot);
  if (definition !== undefined) validateCustomResource(new Field(nodeOf(resource)), definition, ofResource, { minor });
  return [ofDefinition, ofResource];
}

function isOdd({ message, start, end }: Problem): boolean {
  const said = message.replace(/must be (?:true or )?undefined/, "");
  const isBroken = /\bundefined|\[object |function \w*\(/.test(said);
  return isBroken || !/\S/.test(message) || end < start;
}

test("no definition and no resource makes the validators throw, and every problem has a place and words", () => {
  const minors = fc.constantFrom(24, 35, 36);
  const numRuns = Number(process.env.KPROBE_LINT_FUZZ_RUNS ?? 600);
  fc.assert(
    fc.property(fc.constantFrom(...seeds), CHANGES, CHANGES, minors, (seed, first, second, minor) => {
      const crd = first.reduce(mutate, seed[0]);
      const resource = second.reduce(mutate, seed[1]);
      const found = [...run(crd, resource, minor), ...run(seed[0], resource, minor)];
      expect(found.flatMap(({ list }) => list).filter(isOdd)).toEqual([]);
    }),
    { seed: 11, numRuns },
  );
}, 1_200_000);

test("thousands of alternatives for thousands of items come to an end", () => {
  const branches = Array.from({ length: 3000 }, (_, index) => ({ enum: [`v${index}`] }));
  const schema = { type: "array", items: { type: "string", anyOf: branches } };
  const crd: Value = {
    apiVersion: "apiextensions.k8s.io/v1",
    kind: "CustomResourceDefinition",
    metadata: { name: "things.example.com" },
    spec: {
      group: "example.com",
      names: { kind: "Thing", plural: "things" },
      scope: "Namespaced",
      versions: [
        {
          name: "v1",
          served: true,
          storage: true,
          schema: { openAPIV3Schema: { type: "object", properties: { spec: schema } } },
        },
      ],
    },
  };
  const spec = Array.from({ length: 20_000 }, () => "none");
  const resource: Value = { apiVersion: "example.com/v1", kind: "Thing", metadata: { name: "a" }, spec };
  const [, found] = run(crd, resource, 35);
  expect(found?.list.length).toBeGreaterThan(0);
  expect(found?.list.length).toBeLessThanOrEqual(10_000);
});
