import { budgeted } from "../src/graph/budgets.ts";
import { demandOf, scaled } from "../src/kubernetes/budget.ts";
import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "pdb-useless",
  summary: "A PodDisruptionBudget allows all pods to be evicted at once",
  why: `A budget that wants no pod to stay, or allows as many to be away as there are, refuses no eviction: it protects as much as none, and looks as if it
    did more.`,
  severity: "info",
  presets: ["strict"],
  since: "0.1.0",
  references: ["https://kubernetes.io/docs/tasks/run-application/configure-pdb/"],
  examples: [
    {
      bad: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          replicas: 3
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
        ---
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: { name: web }
        spec:
          minAvailable: 0
          #             ^ minAvailable 0 lets all 3 pods be evicted at once
          selector: { matchLabels: { app: web } }
      `,
      good: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          replicas: 3
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
        ---
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: { name: web }
        spec:
          minAvailable: 2
          selector: { matchLabels: { app: web } }
      `,
    },
  ],

  target: "resource",
  *check(resource, { graph }) {
    if (resource.groupKind !== "policy/PodDisruptionBudget") return;
    const demand = demandOf(resource);
    if (demand === undefined || demand.field === "none") return;
    const expected = budgeted(resource, graph)?.status.expectedPods;
    const asked = expected === undefined ? undefined : scaled(demand, expected);
    const isUseless =
      demand.field === "minAvailable"
        ? demand.value === 0
        : (demand.percent && demand.value === 100) ||
          (asked !== undefined && expected !== undefined && expected > 0 && asked >= expected);
    if (!isUseless) return;
    const value = demand.percent ? `${demand.value} %` : String(demand.value);
    yield {
      at: resource.spec.get(demand.field),
      message: `${demand.field} ${value} lets ${expected === 1 ? "the only pod" : `all ${expected ?? "its"} pods`} be evicted at once`,
      help: "ask for at least one pod to stay, or leave the budget out",
    };
  },
});
