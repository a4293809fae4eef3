// No expression keeps a run busy, and none reaches anything but the object.

import { expect, it } from "vitest";
import { buildGraph } from "../../src/graph/build.ts";
import { loadPolicies } from "../../src/policy/findings.ts";
import { loadShortPolicies } from "../../src/policy/short.ts";
import { resourcesIn } from "../oracle/manifests.ts";
import { ADMISSION } from "./project.ts";

const names = Array.from({ length: 200 }, (_, index) => `n${index}`);
const MAP = `apiVersion: apps/v1
kind: Deployment
metadata: { name: large }
spec:
  template:
    spec: { containers: [{ name: a, image: "a:1", args: [${names.join(", ")}] }] }
`;
const ARGS = "object.spec.template.spec.containers[0].args";
const nested = (depth: number) =>
  Array.from({ length: depth }).reduce<string>((inner, _, at) => `${ARGS}.all(a${at}, ${inner})`, "true");

async function shortFindings(expressions: readonly string[]) {
  const [resource] = await resourcesIn({ "large.yaml": MAP });
  if (resource === undefined) throw new Error("no object");
  const policies = await loadShortPolicies(
    expressions.map((expression, index) => ({ id: `p${index}`, expression, message: "not so" })),
    35,
  );
  const graph = buildGraph([resource], { context: true });
  return policies.evaluate(resource, { graph, minor: 35, isCritical: () => false }).map(({ message }) => message);
}

const LIMIT = "actual cost limit exceeded: the expression takes more than 1000000 steps on this object";

it("an expression that takes too many steps ends with a diagnostic, the others run", async () => {
  const found = await shortFindings([nested(3), "false", "lists.range(100000000).size() > 0"]);
  expect(found).toHaveLength(3);
  expect(found[0]).toContain(LIMIT);
  expect(found[1]).toBe("not so");
});

it("many expressions on one object share a budget", async () => {
  const found = await shortFindings(Array.from({ length: 11 }, () => nested(3)));
  expect(found.at(-1)).toContain("ran out of their cost budget on this object");
});

it("a ValidatingAdmissionPolicy is bounded alike", async () => {
  const expression = /object\.spec\.template\.spec\.containers\.all\(c, .*/;
  const text = ADMISSION.replace(expression, nested(3));
  const policies = await loadPolicies(await resourcesIn({ "policy.yaml": text }), { minor: 35 });
  const [resource] = await resourcesIn({ "large.yaml": MAP });
  if (resource === undefined) throw new Error("no object");
  expect(policies.evaluate(resource).map(({ message }) => message)).toEqual([expect.stringContaining(LIMIT)]);
});

it.each([
  "process.exit(1)",
  "globalThis == null",
  "require('fs') == null",
  "object.constructor.constructor('return 1')() == 1",
  "import('node:fs') == null",
  "this == null",
  "fetch('https://example.com') == null",
])("nothing is reached by %s", async expression => {
  const policies = await loadShortPolicies([{ id: "one", expression, message: "m" }], 35);
  const [resource] = await resourcesIn({ "large.yaml": MAP });
  if (resource === undefined) throw new Error("no object");
  const graph = buildGraph([resource], { context: true });
  const found = policies.evaluate(resource, { graph, minor: 35, isCritical: () => false });
  expect(policies.faults.size + found.length).toBe(1);
});
