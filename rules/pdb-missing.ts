import { isMissedByBudget } from "../src/graph/budgets.ts";
import { criticalBecause } from "../src/kubernetes/criticality.ts";
import { isExpectedToServe } from "../src/kubernetes/purpose.ts";
import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "pdb-missing",
  summary: "No PodDisruptionBudget protects a workload with several pods",
  why: `A drain evicts pods as fast as it can. Without a budget nothing keeps it from taking all pods of a workload at once, when they share a node or when
    several nodes are drained together; new ones have first to be scheduled, pulled and started.`,
  severity: "warning",
  severities: { warning: "for critical workloads", info: "for others that a Service serves" },
  presets: ["recommended"],
  since: "0.1.0",
  references: ["https://kubernetes.io/docs/concepts/workloads/pods/disruptions/"],
  absence: true,
  examples: [
    {
      bad: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          replicas: 3
          #         ^ no PodDisruptionBudget selects the 3 pods of Deployment "web": a drain may evict all of them at once; critical because: LoadBalancer Service web; 3 replicas; Service web
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          type: LoadBalancer
          selector: { app: web }
          ports: [{ port: 80, targetPort: 8080 }]
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
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          type: LoadBalancer
          selector: { app: web }
          ports: [{ port: 80, targetPort: 8080 }]
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
  *check(workload, { graph, criticality }) {
    if (!REPLICATED.has(workload.kind) || !isExpectedToServe(workload)) return;
    const replicas = graph.replicasOf(workload);
    if (replicas === undefined || replicas < 2 || graph.budgetsOf(workload).length > 0) return;
    const importance = criticality(workload);
    const { critical } = importance;
    if (!critical && graph.servicesOf(workload).length === 0) return;
    // pdb-selects-nothing tells of the one that was meant for it.
    if (isMissedByBudget(workload, graph)) return;
    yield {
      at: workload.replicasField.exists ? workload.replicasField : workload.resource.nameField,
      message: `no PodDisruptionBudget selects the ${replicas} pods of ${workload.title}: a drain may evict all of them at once${criticalBecause(importance)}`,
      help: "a budget with maxUnavailable: 1 lets one go at a time",
      ...(critical ? {} : { severity: "info" as const, strict: true }),
    };
  },
});

const REPLICATED = new Set(["Deployment", "StatefulSet", "ReplicaSet", "ReplicationController", "Rollout"]);
