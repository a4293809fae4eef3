import { withoutPods } from "../src/graph/budgets.ts";
import { budgetSelector } from "../src/graph/indexed-graph.ts";
import { completenessOfPods, gravityOf, missesOf } from "../src/graph/proof.ts";
import type { Resource } from "../src/kubernetes/resource.ts";
import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "pdb-selects-nothing",
  summary: "A PodDisruptionBudget selects no pod",
  why: `A budget protects the pods that its selector selects in its own namespace. When it selects none, a drain may take all pods of the workload it was
    meant for at once, and nothing tells. Without any selector it selects nothing; an empty one selects every pod (in policy/v1beta1, none).`,
  severity: "warning",
  severities: {
    warning: "when a workload of the application was meant, or there is no selector",
    info: "when the pods may come from somewhere else",
  },
  presets: ["recommended"],
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/tasks/run-application/configure-pdb/#specifying-a-poddisruptionbudget",
    "pkg/controller/disruption: DisruptionController.getPodsForPdb",
  ],
  absence: true,
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
          maxUnavailable: 1
          selector: { matchLabels: { app: wbe } }
          #                               ^^^ PodDisruptionBudget "web" selects no pod; nearest is Deployment "web": its label "app" is "web", not "wbe"
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
          maxUnavailable: 1
          selector: { matchLabels: { app: web } }
      `,
    },
  ],

  target: "resource",
  *check(resource, { graph }) {
    if (resource.groupKind !== "policy/PodDisruptionBudget") return;
    const selector = budgetSelector(resource);
    if (selector === undefined) {
      yield* withoutSelector(resource);
      return;
    }
    const found = withoutPods(resource, graph);
    if (found === undefined) return;
    const { near, isMeant: isBeside } = found;
    const { severity, strict } = gravityOf(completenessOfPods(graph, resource), isBeside);
    const culprit = near && missesOf(selector, near.candidate)[0];
    yield {
      at: culprit?.field ?? resource.spec.get("selector"),
      message: `PodDisruptionBudget "${resource.name ?? "?"}" selects no pod${near === undefined ? ": no workload here has these labels" : `; nearest is ${near.candidate.title}: ${near.difference}`}`,
      help: "a drain may take all pods that it was meant to protect at once",
      severity: isBeside && severity !== "info" ? "warning" : "info",
      strict: strict || !isBeside,
      related: near === undefined ? [] : [{ at: near.at, message: "the pods' labels" }],
    };
  },
});

function* withoutSelector(resource: Resource) {
  const field = resource.spec.get("selector");
  if (resource.spec.isMap && !field.isUnknown && (!field.exists || field.isMap))
    yield {
      at: field.isMap ? field : resource.spec,
      message: `PodDisruptionBudget "${resource.name ?? "?"}" has ${field.isMap ? "an empty selector, which in policy/v1beta1 selects no pod" : "no selector, so it protects no pod"}`,
      help: "select the pods of one workload by their labels",
    };
}
