import { describe, expect, it } from "vitest";
import { budgetStatus, demandOf } from "../../src/kubernetes/budget.ts";
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

  it("are not computed from values that the API server refuses", async () => {
    for (const spec of [
      '"minAvailable": -1',
      '"minAvailable": "2"',
      '"maxUnavailable": "150%"',
      '"minAvailable": "${N}"',
    ])
      expect(await allowed(spec, 3), spec).toBeUndefined();
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
