import { describe, expect, it } from "vitest";
import { budgetStatus, demandOf, type ScaleOf } from "../../src/kubernetes/budget.ts";
import { deployment, graphOf, object, resourceIn, workloadIn } from "../graph/objects.ts";

async function allowed(spec: string, pods: number, kind = "Deployment", unhealthy = 0) {
  const graph = await graphOf({
    "k/w.yaml": deployment("web", { kind, labels: { app: "web" }, replicas: pods }),
    "k/b.yaml": object("policy/v1", "PodDisruptionBudget", "web", `{"spec": {${spec}}}`),
  });
  const workload = workloadIn(graph, "web");
  return budgetStatus(
    resourceIn(graph, "PodDisruptionBudget", "web"),
    [{ workload, pods, replicas: workload.replicas }],
    { unhealthy },
  );
}

/** The status of a budget over several workloads, with so many of the pods of each. */
async function over(spec: string, workloads: readonly string[], pods: readonly number[], scaleOf?: ScaleOf) {
  const files = Object.fromEntries(workloads.map((text, index) => [`k/${index}.yaml`, text]));
  const budget = object("policy/v1", "PodDisruptionBudget", "web", `{"spec": {${spec}}}`);
  const graph = await graphOf({ ...files, "k/b.yaml": budget });
  const selected = workloads.map((_, index) => {
    const workload = graph.workloads.find(({ resource }) => resource.file === `k/${index}.yaml`);
    if (workload === undefined) throw new Error(`no workload in k/${index}.yaml`);
    return { workload, pods: pods[index] ?? 0, replicas: workload.replicas };
  });
  const options = scaleOf === undefined ? {} : { scaleOf };
  return budgetStatus(resourceIn(graph, "PodDisruptionBudget", "web"), selected, options);
}

function status(currentHealthy: number, desiredHealthy: number, expectedPods: number) {
  const rest = { disruptionsAllowed: 0, failure: undefined, unmanagedPods: false };
  return { currentHealthy, desiredHealthy, expectedPods, ...rest };
}

describe("disruptions allowed", () => {
  it.each([
    ['"minAvailable": 1', 1, 0],
    ['"minAvailable": 1', 3, 2],
    ['"minAvailable": "25%"', 1, 0],
    ['"minAvailable": "50%"', 3, 1],
    ['"maxUnavailable": "1%"', 3, 1],
    ['"maxUnavailable": "30%"', 3, 1],
    ['"maxUnavailable": 0', 5, 0],
    ['"maxUnavailable": 9', 2, 2],
    ["", 3, 0],
  ])("{%s} over %i pods: %i", async (spec, pods, expected) => {
    expect((await allowed(spec, pods))?.disruptionsAllowed).toBe(expected);
  });

  it("shrink while a pod is not ready", async () => {
    expect((await allowed('"minAvailable": 2', 3, "Deployment", 1))?.disruptionsAllowed).toBe(0);
  });

  it("are none, with the reason, over pods without a scale", async () => {
    expect(await allowed('"maxUnavailable": 1', 2, "DaemonSet")).toMatchObject({
      disruptionsAllowed: 0,
      failure: 'DaemonSet "web" has no scale',
    });
    expect((await allowed('"minAvailable": 1', 2, "DaemonSet"))?.disruptionsAllowed).toBe(1);
  });

  it.each(["Deployment", "ReplicaSet", "StatefulSet"])("are computed from the scale of a %s", async kind => {
    expect((await allowed('"maxUnavailable": 1', 3, kind))?.disruptionsAllowed).toBe(1);
  });

  it.each([
    ["v1", "ReplicationController"],
    ["argoproj.io/v1alpha1", "Rollout"],
    ["apps.openshift.io/v1", "DeploymentConfig"],
  ])("are computed from the scale of a %s %s", async (apiVersion, kind) => {
    const workload = object(apiVersion, kind, "web", '{"spec": {"replicas": 4, "template": {"spec": {}}}}');
    expect(await over('"maxUnavailable": 1', [workload], [4])).toEqual({ ...status(4, 3, 4), disruptionsAllowed: 1 });
  });

  it("are none of no pods", async () => {
    expect(await allowed('"minAvailable": 0', 0)).toEqual(status(0, 0, 0));
    expect(await allowed('"maxUnavailable": 1', 0)).toEqual(status(0, 0, 0));
    expect(await allowed("", 3)).toEqual(status(3, 0, 0));
  });

  it("leave out workloads of which no pod is selected", async () => {
    const set = object("apps/v1", "DaemonSet", "agent", '{"spec": {"template": {"spec": {}}}}');
    const web = deployment("web", { labels: { app: "web" }, replicas: 3 });
    expect((await over('"maxUnavailable": 1', [web, set], [3, 0]))?.disruptionsAllowed).toBe(1);
  });

  it("are not known while a scale is not", async () => {
    const web = deployment("web", { labels: { app: "web" } }).replace("spec:", "spec:\n  replicas: ${N}");
    expect(await over('"maxUnavailable": 1', [web], [1])).toBeUndefined();
  });

  it("are not computed from values that the API server refuses", async () => {
    for (const spec of [
      '"minAvailable": -1',
      '"minAvailable": "2"',
      '"maxUnavailable": "101%"',
      '"maxUnavailable": 1.5',
      '"minAvailable": ["1"]',
      '"minAvailable": "${N}"',
    ])
      expect(await allowed(spec, 3), spec).toBeUndefined();
  });
});

describe("disruptions allowed of bare pods", () => {
  const pod = (name: string, owner = "") =>
    `apiVersion: v1\nkind: Pod\nmetadata: { name: ${name}${owner === "" ? "" : `, ownerReferences: [${owner}]`} }\nspec: { containers: [] }\n`;
  const owner = (name: string, controller = true) =>
    `{ apiVersion: example.com/v1, kind: Database, name: ${name}, controller: ${controller} }`;
  const scales = new Map([
    ["Database/db", 5],
    ["Database/other", 2],
  ]);
  const scaleOf: ScaleOf = ({ kind, name }) => scales.get(`${kind}/${name}`);

  it("without a controller: they are left out of the count, which is told", async () => {
    expect(await over('"maxUnavailable": 1', [pod("a"), pod("b")], [1, 1])).toEqual({
      ...status(2, 0, 0),
      unmanagedPods: true,
    });
    expect((await over('"maxUnavailable": 1', [pod("a", owner("db", false))], [1], scaleOf))?.unmanagedPods).toBe(true);
  });

  it("with one: its scale counts, once", async () => {
    const pods = [pod("a", owner("db")), pod("b", owner("db")), pod("c", `${owner("no", false)}, ${owner("other")}`)];
    expect(await over('"maxUnavailable": 5', pods, [1, 1, 1], scaleOf)).toEqual({
      ...status(3, 2, 7),
      disruptionsAllowed: 1,
    });
  });

  it("with one that has no scale: nothing is computed, and why", async () => {
    const failure = 'Database "db" has no scale';
    expect(await over('"maxUnavailable": 1', [pod("a", owner("db"))], [1])).toEqual({ ...status(0, 0, 0), failure });
    const unscaled = await over('"maxUnavailable": 1', [pod("a", owner("db"))], [1], () => undefined);
    expect(unscaled?.failure).toBe(failure);
  });

  it("and a workload twice in the list counts once", async () => {
    const web = deployment("web", { labels: { app: "web" }, replicas: 3 });
    const graph = await graphOf({
      "k/w.yaml": web,
      "k/b.yaml": object("policy/v1", "PodDisruptionBudget", "web", '{"spec": {"maxUnavailable": 1}}'),
    });
    const entry = { workload: workloadIn(graph, "web"), pods: 3, replicas: 3 };
    expect(budgetStatus(resourceIn(graph, "PodDisruptionBudget", "web"), [entry, entry])?.expectedPods).toBe(3);
  });
});

describe("the demand of a budget", () => {
  it("is maxUnavailable where both are set, which the API server refuses anyway", async () => {
    const graph = await graphOf({
      "b.yaml": object("policy/v1", "PodDisruptionBudget", "b", '{"spec": {"minAvailable": 1, "maxUnavailable": 2}}'),
    });
    expect(demandOf(resourceIn(graph, "PodDisruptionBudget", "b"))).toEqual({
      field: "maxUnavailable",
      value: 2,
      percent: false,
    });
  });
});
