import { type Exposure, exposuresOf, isForMetrics } from "../src/graph/exposure.ts";
import { criticalBecause } from "../src/kubernetes/criticality.ts";
import { isExpectedToServe } from "../src/kubernetes/purpose.ts";
import type { Workload } from "../src/kubernetes/workload.ts";
import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "readiness-probe-missing",
  summary: "A container receives traffic from a Service but has no readiness probe",
  why: `Without a readiness probe a container counts as ready as soon as its process runs. Its pod joins the endpoints before it can
    answer, a rollout takes the next old pod away at the same moment, and a pod that stops answering keeps its share of the requests.`,
  severity: "warning",
  severities: {
    error: "the workload is critical",
    info: "the Service is headless, or serves monitoring only, or readiness gates decide instead",
  },
  presets: ["recommended"],
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#when-should-you-use-a-readiness-probe",
    "pkg/kubelet/prober: manager.UpdatePodStatus",
  ],
  yieldsTo: ["probe-misspelled", "misplaced-field", "unknown-field", "invalid-type"],
  absence: true,
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
                #       ^^^ container "web" has no readinessProbe, though Service "web" sends traffic to its port 8080
                  image: example.com/web:1.4.0
                  ports: [{ name: http, containerPort: 8080 }]
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          selector: { app: web }
          ports: [{ port: 80, targetPort: http }]
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
                  ports: [{ name: http, containerPort: 8080 }]
                  readinessProbe:
                    httpGet: { path: /ready, port: http }
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          selector: { app: web }
          ports: [{ port: 80, targetPort: http }]
      `,
    },
  ],

  target: "container",
  *check(container, { workload, graph, criticality }) {
    if (container.field.get("readinessProbe").exists || !isExpectedToServe(workload)) return;
    const exposures = exposuresOf(container, workload, graph).filter(({ service }) => !service.publishesNotReady);
    const exposure = exposures.find(candidate => !isForMetrics(candidate)) ?? exposures[0];
    if (exposure === undefined) return;
    const { service, port, number } = exposure;
    const mild = reasonForLess(workload, exposures);
    const importance = criticality(workload);
    const grave = importance.critical && mild === undefined;
    yield {
      at: container.field,
      message: `container "${container.name}" has no readinessProbe, though Service "${service.name ?? "?"}" sends traffic to its port ${number ?? port.targetPort}${criticalBecause(importance, grave)}`,
      help: `the pod joins the endpoints as soon as the process runs, and stays there when it no longer answers${mild === undefined ? "" : ` (${mild})`}`,
      related: [{ at: port.field, message: "the traffic comes from here" }],
      ...(grave
        ? { severity: "error" as const }
        : mild === undefined
          ? {}
          : { severity: "info" as const, strict: true }),
    };
  },
});

function reasonForLess(workload: Workload, exposures: readonly Exposure[]): string | undefined {
  if (workload.podSpec.get("readinessGates").items().length > 0) return "readiness gates hold the pod back";
  if (exposures.every(isForMetrics)) return "only monitoring reads this port";
  const isPeersOnly = workload.kind === "StatefulSet" && exposures.every(({ service }) => service.isHeadless);
  return isPeersOnly ? "only peers find it, through a headless Service" : undefined;
}
