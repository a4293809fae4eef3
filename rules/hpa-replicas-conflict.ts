import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "hpa-replicas-conflict",
  summary: "A workload with an autoscaler sets its replicas itself, too",
  why: `The autoscaler writes spec.replicas, and so does every apply of the manifest: each deployment sets the workload back to the written number, whatever
    the load. Under load, pods that are needed are deleted, and come back when the autoscaler has seen it.`,
  severity: "warning",
  presets: ["recommended"],
  fix: "unsafe",
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#migrating-deployments-and-statefulsets-to-horizontal-autoscaling",
  ],
  examples: [
    {
      bad: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          replicas: 3
          #         ^ every apply sets Deployment "web" back to 3 replicas, while HorizontalPodAutoscaler "web" keeps 2 to 10 of them
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata: { name: web }
        spec:
          scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }
          minReplicas: 2
          maxReplicas: 10
          metrics:
            - type: Resource
              resource: { name: cpu, target: { type: Utilization, averageUtilization: 70 } }
      `,
      good: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata: { name: web }
        spec:
          scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }
          minReplicas: 2
          maxReplicas: 10
          metrics:
            - type: Resource
              resource: { name: cpu, target: { type: Utilization, averageUtilization: 70 } }
      `,
    },
  ],

  target: "workload",
  *check(workload, { graph }) {
    const field = workload.replicasField;
    const written = field.number;
    // 0 replicas turn the autoscaler off, and are meant.
    if (written === undefined || written === 0) return;
    const autoscaler = graph
      .autoscalersOf(workload)
      .find(each => each.kind === "HorizontalPodAutoscaler" && graph.sameApplication(each, workload.resource));
    if (autoscaler === undefined) return;
    const maximum = autoscaler.spec.get("maxReplicas").number;
    const minimum = autoscaler.spec.get("minReplicas");
    const least = minimum.exists ? minimum.number : 1;
    if (maximum === undefined || least === undefined || (least === maximum && written === least)) return;
    yield {
      at: field,
      message: `every apply sets ${workload.title} back to ${written} replica${written === 1 ? "" : "s"}, while HorizontalPodAutoscaler "${autoscaler.name ?? "?"}" keeps ${least} to ${maximum} of them`,
      help: "leave replicas out; before the first apply without it, hand the field over, or the workload drops to 1 replica for a moment",
      related: [{ at: autoscaler.spec.get("scaleTargetRef", "name"), message: "the autoscaler of this workload" }],
      fixes: [{ title: "remove replicas", safety: "unsafe", changes: [{ remove: field }] }],
    };
  },
});
