import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Field } from "../../src/field.ts";
import { podCount, podLabels, podsSelected } from "../../src/kubernetes/pods.ts";
import { labelSelector, labelsOf, matches, pairsSelector, selectorKey } from "../../src/kubernetes/selector.ts";
import { graphOf, object, workloadIn } from "../graph/objects.ts";
import { parseNodes } from "../oracle/manifests.ts";

function field(text: string): Field {
  return new Field(parseNodes(text)?.[0]);
}

describe("label selectors", () => {
  it.each([
    ["matchExpressions: [{key: a, operator: In, values: [x, z]}]", { a: "z" }, true],
    ["matchExpressions: [{key: a, operator: NotIn, values: [x]}]", {}, true],
    ["matchExpressions: [{key: a, operator: NotIn, values: [x]}]", { a: "x" }, false],
    ["matchExpressions: [{key: a, operator: Exists}]", { a: "" }, true],
    ["matchExpressions: [{key: a, operator: DoesNotExist}]", { a: "" }, false],
    ["{matchLabels: {a: x}, matchExpressions: [{key: b, operator: Exists}]}", { a: "x" }, false],
    ["{}", { a: "x" }, true],
  ])("%s", (text, labels, expected) => {
    const selector = labelSelector(field(text));
    expect(selector && matches(selector, new Map(Object.entries(labels)))).toBe(expected);
  });

  it("are none when absent, and pairs without an entry select nothing", () => {
    expect(labelSelector(new Field(undefined))).toBeUndefined();
    expect(pairsSelector(field("{}"))).toBeUndefined();
    expect(pairsSelector(field("a: ~"))?.requirements[0]?.values).toEqual([""]);
  });

  it("read null labels as empty, and leave out what is no string", () => {
    expect([...labelsOf(field("{a: ~, b: x, c: 1, d: true}"))]).toEqual([
      ["a", ""],
      ["b", "x"],
    ]);
  });

  it("are the same in any order", () => {
    const pairs = fc.dictionary(fc.constantFrom("a", "b", "c"), fc.constantFrom("x", "z"), { minKeys: 1 });
    fc.assert(
      fc.property(pairs, labels => {
        const text = (entries: [string, string][]) =>
          `{${entries.map(([key, value]) => `${key}: ${value}`).join(", ")}}`;
        const one = pairsSelector(field(text(Object.entries(labels))));
        const other = pairsSelector(field(text(Object.entries(labels).reverse())));
        expect(one && selectorKey(one)).toBe(other && selectorKey(other));
        expect(one && matches(one, new Map(Object.entries(labels)))).toBe(true);
      }),
      { seed: 3, numRuns: 50 },
    );
  });
});

describe("pods of a workload", () => {
  const set = object(
    "apps/v1",
    "StatefulSet",
    "db",
    '{"spec": {"replicas": 2, "template": {"metadata": {"labels": {"app": "db"}}}}}',
  );
  const job = object(
    "batch/v1",
    "Job",
    "once",
    '{"spec": {"parallelism": 5, "completions": 3, "completionMode": "Indexed", "template": {"metadata": {"labels": {"app": "once"}}}}}',
  );
  const web = object(
    "apps/v1",
    "Deployment",
    "web",
    '{"spec": {"paused": true, "template": {"metadata": {"labels": {"app": "web"}}}}}',
  );

  it("are counted as their controllers make them", async () => {
    const graph = await graphOf({ "a.json": set, "b.json": job, "c.json": web });
    expect(["db", "once", "web"].map(name => podCount(workloadIn(graph, name)))).toEqual([2, 3, 0]);
  });

  it.each([
    ["db", "app: db", "all"],
    ["db", "statefulset.kubernetes.io/pod-name: db-1", 1],
    ["db", "statefulset.kubernetes.io/pod-name: db-2", 0],
    ["db", "{app: db, apps.kubernetes.io/pod-index: '0'}", 1],
    ["once", "job-name: once", "all"],
    ["once", "batch.kubernetes.io/job-completion-index: '2'", 1],
    ["web", "statefulset.kubernetes.io/pod-name: web-0", 0],
    ["web", "{app: web, pod-template-hash: abc}", "all"],
  ])("%s behind {%s}: %s", async (name, text, expected) => {
    const graph = await graphOf({ "a.json": set, "b.json": job, "c.json": web });
    const workload = workloadIn(graph, name);
    const selector = pairsSelector(field(text));
    expect(selector && podsSelected(selector, workload, podLabels(workload))).toBe(expected);
  });
});
