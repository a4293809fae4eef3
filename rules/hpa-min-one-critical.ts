import { criticalBecause } from "../src/kubernetes/criticality.ts";
import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "hpa-min-one-critical",
  summary: "An autoscaler lets a critical workload go down to one pod",
  why: `In a quiet hour the autoscaler leaves minReplicas pods, 1 where it is omitted. While the node of that one is drained or lost, nobody serves, and a
    quiet hour is when nodes are drained.`,
  severity: "warning",
  presets: ["recommended"],
  fix: "unsafe",
  since: "0.1.0",
  references: ["https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/"],
  examples: [
    {
      bad: yaml`
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
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          type: LoadBalancer
          selector: { app: web }
          ports: [{ port: 80, targetPort: 8080 }]
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata: { name: web }
        spec:
          scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }
          minReplicas: 1
          #            ^ HorizontalPodAutoscaler "web" lets Deployment "web" go down to 1 pod (minReplicas 1); critical because: LoadBalancer Service web; Service web; HorizontalPodAutoscaler web
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
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          type: LoadBalancer
          selector: { app: web }
          ports: [{ port: 80, targetPort: 8080 }]
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
  *check(workload, { graph, criticality }) {
    if (!workload.isLongRunning || graph.replicasOf(workload) !== 1) return;
    const autoscaler = graph.autoscalersOf(workload).find(({ kind }) => kind === "HorizontalPodAutoscaler");
    if (autoscaler === undefined || !graph.sameApplication(autoscaler, workload.resource)) return;
    const maximum = autoscaler.spec.get("maxReplicas").number;
    const importance = criticality(workload);
    const { critical } = importance;
    if (!critical || maximum === undefined) return;
    const minimum = autoscaler.spec.get("minReplicas");
    yield {
      at: minimum.exists ? minimum : autoscaler.spec.get("maxReplicas"),
      message: `HorizontalPodAutoscaler "${autoscaler.name ?? "?"}" lets ${workload.title} go down to 1 pod (minReplicas ${minimum.exists ? "1" : "omitted, so 1"})${criticalBecause(importance)}`,
      help: "2 pods on two nodes keep one of them up",
      related: [{ at: workload.resource.nameField, message: "the workload it scales" }],
      ...(minimum.exists
        ? { fixes: [{ title: "write minReplicas: 2", safety: "unsafe", changes: [{ set: minimum, to: 2 }] }] }
        : {}),
    };
  },
});
