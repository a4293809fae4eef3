import { isHelmHook } from "../src/kubernetes/purpose.ts";
import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "replicas-zero",
  summary: "A workload has no replicas",
  why: `replicas: 0 is a switch to turn a workload off for a while. In a manifest it stays: applying it again ends pods that somebody scaled
    up in between, and a Service in front of it has no endpoints.`,
  severity: "info",
  presets: ["strict"],
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#scaling-a-deployment",
    "https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#implicit-maintenance-mode-deactivation",
  ],
  examples: [
    {
      bad: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          replicas: 0
          #         ^ Deployment "web" has no pods
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
      `,
      good: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          replicas: 1
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
      `,
    },
  ],

  target: "workload",
  *check(workload, { graph }) {
    const field = workload.replicasField;
    const autoscalers = graph.autoscalersOf(workload);
    // A ScaledObject scales to 0 and back by itself; a HorizontalPodAutoscaler leaves 0 alone.
    if (autoscalers.some(({ kind }) => kind !== "HorizontalPodAutoscaler")) return;
    if (workload.shape.replicas === undefined || field.number !== 0) return;
    // The old ReplicaSets of a Deployment, read back from a cluster, have none.
    if (isHelmHook(workload) || workload.resource.metadata.get("ownerReferences").items().length > 0) return;
    const service = graph.servicesOf(workload)[0];
    yield {
      at: field,
      message: `${workload.title} has no pods${service === undefined ? "" : `, and Service "${service.name ?? "?"}" sends its requests nowhere`}${autoscalers.length === 0 ? "" : "; its HorizontalPodAutoscaler does nothing at 0"}`,
      help: "what is not to run can be left out of the manifests; what is scaled elsewhere leaves replicas out",
      ...(service === undefined
        ? {}
        : { related: [{ at: service.selectorField, message: "this Service selects its pods" }] }),
    };
  },
});
