import { describe, expect, it } from "vitest";
import { CONTROLLER_LABELS, podCount, podLabels, podsSelected } from "../../src/kubernetes/pods.ts";
import { labelSelector } from "../../src/kubernetes/selector.ts";
import { graphOf, object, workloadIn } from "../graph/objects.ts";
import { field } from "../support/field.ts";

async function workload(kind: string, spec: object, apiVersion = "apps/v1", name = "web") {
  return workloadIn(await graphOf({ "k/w.json": object(apiVersion, kind, name, JSON.stringify({ spec })) }), name);
}

const template = { metadata: { labels: { app: "web" } }, spec: { containers: [] } };
const job = (spec: object) => workload("Job", { template, ...spec }, "batch/v1");
const cronJob = (spec: object) => workload("CronJob", { jobTemplate: { spec: { template, ...spec } } }, "batch/v1");
const POD_NAME = "statefulset.kubernetes.io/pod-name";
const INDEX = "apps.kubernetes.io/pod-index";

describe("the pods at once", () => {
  it.each([
    [{}, 1],
    [{ parallelism: 4 }, 4],
    [{ parallelism: 4, completions: 9 }, 4],
    [{ parallelism: 4, completions: 2 }, 2],
    [{ completions: 3 }, 1],
    [{ parallelism: 0 }, 0],
    [{ parallelism: 4, suspend: true }, 0],
    [{ parallelism: 4, suspend: false }, 4],
    [{ parallelism: "${N}" }, undefined],
    [{ parallelism: 2, completions: "${N}" }, undefined],
  ])("of a Job with %j are %j", async (spec, count) => {
    expect(podCount(await job(spec))).toBe(count);
    expect(podCount(await cronJob(spec))).toBe(count);
  });

  it("of a Deployment are its replicas, unless it is paused", async () => {
    expect(podCount(await workload("Deployment", { replicas: 3, template }))).toBe(3);
    expect(podCount(await workload("Deployment", { replicas: 3, paused: true, template }))).toBe(0);
    expect(podCount(await workload("StatefulSet", { replicas: 3, paused: true, template }))).toBe(3);
    expect(podCount(await workload("DaemonSet", { template }))).toBeUndefined();
  });
});

async function selected(kind: string, spec: object, expression: object, apiVersion = "apps/v1") {
  const found = await workload(kind, spec, apiVersion);
  const selector = labelSelector(field(JSON.stringify({ matchExpressions: [expression].flat() })));
  if (selector === undefined) throw new Error("no selector");
  return podsSelected(selector, found, podLabels(found));
}

describe("labels that a controller writes", () => {
  it.each([
    ["Deployment", "apps/v1", "pod-template-hash"],
    ["Rollout", "argoproj.io/v1alpha1", "rollouts-pod-template-hash"],
    ["StatefulSet", "apps/v1", "controller-revision-hash"],
    ["DaemonSet", "apps/v1", "controller-revision-hash"],
    ["DaemonSet", "apps/v1", "pod-template-generation"],
    ["Job", "batch/v1", "controller-uid"],
    ["Job", "batch/v1", "batch.kubernetes.io/controller-uid"],
    ["DeploymentConfig", "apps.openshift.io/v1", "deployment"],
  ])("on the pods of a %s (%s): %s", async (kind, apiVersion, key) => {
    expect(CONTROLLER_LABELS.has(key)).toBe(true);
    expect(await selected(kind, { template }, { key, operator: "In", values: ["x"] }, apiVersion)).toBe("all");
    expect(await selected(kind, { template }, { key, operator: "Exists" }, apiVersion)).toBe("all");
    expect(await selected(kind, { template }, { key, operator: "DoesNotExist" }, apiVersion)).toBe(0);
  });

  it.each(["controller-uid", "batch.kubernetes.io/controller-uid"])("on the pods of a CronJob: %s", async key => {
    const spec = { jobTemplate: { spec: { template } } };
    expect(await selected("CronJob", spec, { key, operator: "Exists" }, "batch/v1")).toBe("all");
  });

  it("are none on the pods of others", async () => {
    const keys = ["pod-template-hash", "job-name", POD_NAME, "batch.kubernetes.io/job-completion-index"];
    for (const key of keys) {
      expect(CONTROLLER_LABELS.has(key), key).toBe(true);
      expect(await selected("Pod", { containers: [] }, { key, operator: "Exists" }, "v1"), key).toBe(0);
    }
  });
});

describe("the name of a Job", () => {
  const keys = ["job-name", "batch.kubernetes.io/job-name"];

  it.each(keys)("is on its pods under %s", async key => {
    const by = (operator: string, values: string[]) =>
      selected("Job", { template }, { key, operator, values }, "batch/v1");
    expect(CONTROLLER_LABELS.has(key)).toBe(true);
    expect(await by("In", ["web"])).toBe("all");
    expect(await by("In", ["other", "web"])).toBe("all");
    expect(await by("In", ["other"])).toBe(0);
    expect(await by("NotIn", ["web"])).toBe(0);
    expect(await by("NotIn", ["other"])).toBe("all");
  });

  it.each(keys)("begins with a CronJob's under %s", async key => {
    const spec = { jobTemplate: { spec: { template } } };
    const by = (values: string[]) => selected("CronJob", spec, { key, operator: "In", values }, "batch/v1");
    expect(await by(["other-1", "web-28123456"])).toBe("all");
    expect(await by(["web"])).toBe(0);
    expect(await by(["my-web-"])).toBe(0);
  });

  it("is not known of a Job whose name is made up", async () => {
    const text = `{"apiVersion": "batch/v1", "kind": "Job", "metadata": {"generateName": "x-"}, "spec": ${JSON.stringify({ template })}}`;
    const [found] = (await graphOf({ "k/w.json": text })).workloads;
    const selector = labelSelector(field('{"matchLabels": {"job-name": "x-7"}}'));
    expect(found && selector && podsSelected(selector, found, podLabels(found))).toBe("all");
  });
});

describe("single pods", () => {
  const set = (replicas: number, ordinals = {}) => ({ replicas, ordinals, template });

  it.each([
    [set(3), { key: POD_NAME, operator: "In", values: ["web-0", "web-2", "web-3"] }, 2],
    [set(3), { key: INDEX, operator: "In", values: ["0"] }, 1],
    [set(3), { key: INDEX, operator: "NotIn", values: ["0"] }, 2],
    [set(3), { key: INDEX, operator: "Exists" }, 3],
    [set(3, { start: 5 }), { key: POD_NAME, operator: "In", values: ["web-0", "web-5", "web-7", "web-8"] }, 2],
    [set(0), { key: INDEX, operator: "In", values: ["0"] }, 1],
    [set(2000), { key: INDEX, operator: "Exists" }, 1000],
    [{ replicas: "${N}", template }, { key: INDEX, operator: "Exists" }, 1],
    [
      set(3),
      [
        { key: POD_NAME, operator: "In", values: ["web-1", "web-2"] },
        { key: INDEX, operator: "In", values: ["2", "0"] },
      ],
      1,
    ],
    [
      set(3),
      [
        { key: INDEX, operator: "In", values: ["1"] },
        { key: "controller-revision-hash", operator: "DoesNotExist" },
      ],
      0,
    ],
    [
      set(3),
      [
        { key: INDEX, operator: "In", values: ["1"] },
        { key: "app", operator: "In", values: ["other"] },
      ],
      0,
    ],
  ] as [object, object, number][])("of a StatefulSet %j by %j: %i", async (spec, expression, count) => {
    expect(await selected("StatefulSet", spec, expression)).toBe(count);
  });

  it("of an indexed Job", async () => {
    const key = "batch.kubernetes.io/job-completion-index";
    const spec = { parallelism: 3, completions: 3, ordinals: { start: 7 }, template };
    const expression = { key, operator: "In", values: ["0", "2", "9"] };
    expect(await selected("Job", { ...spec, completionMode: "Indexed" }, expression, "batch/v1")).toBe(2);
    expect(await selected("Job", { ...spec, completionMode: "NonIndexed" }, expression, "batch/v1")).toBe(0);
    const jobTemplate = { spec: { ...spec, completionMode: "Indexed" } };
    expect(await selected("CronJob", { jobTemplate }, expression, "batch/v1")).toBe(2);
  });
});
