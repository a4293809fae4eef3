import type { Field } from "../src/field.ts";
import { budgeted } from "../src/graph/budgets.ts";
import { type BudgetStatus, type Demand, demandOf, scaled } from "../src/kubernetes/budget.ts";
import type { Resource } from "../src/kubernetes/resource.ts";
import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "pdb-blocks-all-evictions",
  summary: "A PodDisruptionBudget allows no eviction though all pods are healthy",
  why: `An eviction is granted while more pods are healthy than the budget wants. When it wants as many as there are, none is ever granted: kubectl drain
    and every node upgrade wait for it without end, until somebody deletes the pod or the budget by hand.`,
  severity: "warning",
  presets: ["recommended"],
  fix: "unsafe",
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/tasks/run-application/configure-pdb/#rounding-logic-when-specifying-percentages",
    "pkg/controller/disruption: DisruptionController.trySync",
  ],
  examples: [
    {
      bad: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          replicas: 2
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
          #             ^ PodDisruptionBudget "web" never lets a pod of Deployment "web" go: minAvailable is 2, and there are 2 pods
          selector: { matchLabels: { app: web } }
      `,
      good: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          replicas: 2
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
          minAvailable: 1
          selector: { matchLabels: { app: web } }
      `,
    },
  ],

  target: "resource",
  *check(resource, { graph }) {
    if (resource.groupKind !== "policy/PodDisruptionBudget") return;
    const found = budgeted(resource, graph);
    if (found === undefined) return;
    const { status, workloads } = found;
    // Of a budget that cannot be computed speaks pdb-cannot-compute; without pods there is nothing to evict.
    if (status.failure !== undefined || status.disruptionsAllowed > 0 || status.currentHealthy === 0) return;
    const demand = demandOf(resource);
    if (demand === undefined || workloads.some(({ kind }) => kind === "DaemonSet")) return;
    const [first] = workloads;
    const field = demand.field === "none" ? resource.spec : resource.spec.get(demand.field);
    yield {
      at: field,
      message: `PodDisruptionBudget "${resource.name ?? "?"}" never lets a pod of ${first?.title ?? "its workload"} go: ${arithmetic(resource, status)}`,
      help: "a node with such a pod cannot be drained until somebody deletes the pod or the budget",
      related: workloads
        .slice(0, 3)
        .map(({ resource: { nameField }, title }) => ({ at: nameField, message: `it protects ${title}` })),
      ...fixesOf(field, demand, status.expectedPods),
    };
  },
});

function fixesOf(field: Field, demand: Demand, pods: number) {
  if (demand.field !== "minAvailable" || demand.percent || pods < 2) return {};
  const title = `write minAvailable: ${pods - 1}`;
  return { fixes: [{ title, safety: "unsafe" as const, changes: [{ set: field, to: pods - 1 }] }] };
}

/** `minAvailable 80 % of 3 rounds up to 3, and there are 3 pods`. */
function arithmetic(resource: Resource, { expectedPods, currentHealthy }: BudgetStatus): string {
  const demand = demandOf(resource);
  const pods = `${currentHealthy} pod${currentHealthy === 1 ? "" : "s"}`;
  if (demand === undefined || demand.field === "none") return "it sets neither minAvailable nor maxUnavailable";
  const asked = scaled(demand, expectedPods);
  const value = demand.percent
    ? `${demand.field} ${demand.value} % of ${expectedPods} is ${asked}`
    : `${demand.field} is ${demand.value}`;
  if (demand.field === "maxUnavailable") return value;
  return `${value}, and there ${currentHealthy === 1 ? "is" : "are"} ${pods}`;
}
