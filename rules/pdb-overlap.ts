import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "pdb-overlap",
  summary: "Two PodDisruptionBudgets select the same pods",
  why: `The eviction API handles one budget per pod. For a pod that two of them select it answers every request with an error ("This pod has more than one
    PodDisruptionBudget"), so the node of that pod cannot be drained.`,
  severity: "warning",
  presets: ["recommended"],
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/tasks/run-application/configure-pdb/#arbitrary-controllers-and-selectors",
    "pkg/registry/core/pod/storage: EvictionREST.Create",
  ],
  examples: [
    {
      bad: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          replicas: 3
          selector: { matchLabels: { app: web, tier: front } }
          template:
            metadata: { labels: { app: web, tier: front } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
        ---
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: { name: front }
        spec:
          maxUnavailable: 1
          selector: { matchLabels: { tier: front } }
        ---
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: { name: web }
        #                 ^^^ PodDisruptionBudget "web" selects the pods of Deployment "web", and so does PodDisruptionBudget "front": no eviction of them succeeds
        spec:
          maxUnavailable: 1
          selector: { matchLabels: { app: web } }
      `,
      good: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          replicas: 3
          selector: { matchLabels: { app: web, tier: front } }
          template:
            metadata: { labels: { app: web, tier: front } }
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

  target: "workload",
  *check(workload, { graph }) {
    const budgets = graph
      .budgetsOf(workload)
      .filter(({ metadata }) => metadata.exists)
      .filter(budget => graph.sameApplication(budget, workload.resource));
    const [first, ...others] = budgets;
    if (first === undefined) return;
    for (const budget of others.slice(0, 8)) {
      // Defined twice: duplicate-object speaks about that.
      if (budget.name === first.name) continue;
      yield {
        at: budget.nameField,
        message: `PodDisruptionBudget "${budget.name ?? "?"}" selects the pods of ${workload.title}, and so does PodDisruptionBudget "${first.name ?? "?"}": no eviction of them succeeds`,
        help: "keep one budget per pod",
        related: [
          { at: first.nameField, message: "the other budget" },
          { at: workload.resource.nameField, message: "the workload of these pods" },
        ],
      };
    }
  },
});
