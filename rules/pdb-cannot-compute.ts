import { budgeted } from "../src/graph/budgets.ts";
import { demandOf } from "../src/kubernetes/budget.ts";
import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "pdb-cannot-compute",
  summary: "A PodDisruptionBudget needs the scale of pods whose controller has none",
  why: `For a percentage or maxUnavailable the disruption controller asks the pods' controllers how many pods there should be. A DaemonSet or a Job has no
    scale to tell, so the budget's status becomes SyncFailed and it allows no eviction at all; one such pod spoils it for the others.`,
  severity: "warning",
  presets: ["recommended"],
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/tasks/run-application/configure-pdb/#arbitrary-controllers-and-selectors",
    "pkg/controller/disruption: DisruptionController.getExpectedScale",
  ],
  examples: [
    {
      bad: yaml`
        apiVersion: apps/v1
        kind: DaemonSet
        metadata: { name: agent }
        spec:
          selector: { matchLabels: { app: agent } }
          template:
            metadata: { labels: { app: agent } }
            spec:
              containers:
                - name: agent
                  image: example.com/agent:1.4.0
        ---
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: { name: agent }
        spec:
          maxUnavailable: 1
          #               ^ PodDisruptionBudget "agent" cannot be computed, so it allows no eviction: maxUnavailable needs the scale of all its pods, and DaemonSet "agent" has no scale
          selector: { matchLabels: { app: agent } }
      `,
      good: yaml`
        apiVersion: apps/v1
        kind: DaemonSet
        metadata: { name: agent }
        spec:
          selector: { matchLabels: { app: agent } }
          template:
            metadata: { labels: { app: agent } }
            spec:
              containers:
                - name: agent
                  image: example.com/agent:1.4.0
        ---
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: { name: agent }
        spec:
          minAvailable: 1
          selector: { matchLabels: { app: agent } }
      `,
    },
  ],

  target: "resource",
  *check(resource, { graph }) {
    if (resource.groupKind !== "policy/PodDisruptionBudget") return;
    const found = budgeted(resource, graph);
    const failure = found?.status.failure;
    const demand = demandOf(resource);
    if (found === undefined || failure === undefined || demand === undefined || demand.field === "none") return;
    const percent = demand.percent ? " as a percentage" : "";
    yield {
      at: resource.spec.get(demand.field),
      message: `PodDisruptionBudget "${resource.name ?? "?"}" cannot be computed, so it allows no eviction: ${demand.field}${percent} needs the scale of all its pods, and ${failure}`,
      help: "minAvailable with a number counts the pods there are, and needs no scale",
      related: found.workloads.slice(0, 3).map(({ resource: { nameField }, title }) => ({
        at: nameField,
        message: `it selects the pods of ${title}`,
      })),
    };
  },
});
