import { clientServicesOf } from "../src/graph/clients.ts";
import { criticalBecause } from "../src/kubernetes/criticality.ts";
import { minReadySecondsOf, readySeconds } from "../src/kubernetes/pod-seconds.ts";
import type { Workload } from "../src/kubernetes/workload.ts";
import { statefulSetSeconds } from "../src/rollout/waves.ts";
import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "single-replica-no-surge",
  summary: "A StatefulSet of one pod behind a Service is away during every rollout",
  why: `A StatefulSet never surges: a pod has an identity, and the old one has to be gone before its successor of the same name may
    start. With a single replica every rollout, and every drain of its node, leaves the Service without an endpoint. Of a Deployment
    with one replica and maxSurge 0, rollout-zero-available and rollout-fencepost say the same.`,
  severity: "info",
  severities: { warning: "the workload is critical" },
  presets: ["recommended"],
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#rolling-updates",
    "pkg/controller/statefulset: updateStatefulSet",
  ],
  examples: [
    {
      bad: yaml`
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: { name: db }
        spec:
          serviceName: db
          replicas: 1
          #         ^ StatefulSet "db" has 1 replica and never surges: every rollout leaves Service "db" without a pod for up to 36 s (30 s to end + 6 s until the probes pass), plus the application's start; critical because: Service db; readinessProbe
          selector: { matchLabels: { app: db } }
          template:
            metadata: { labels: { app: db } }
            spec:
              containers:
                - name: db
                  image: example.com/db:16.4
                  readinessProbe:
                    exec: { command: [pg_isready] }
                    periodSeconds: 5
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: db }
        spec:
          clusterIP: None
          selector: { app: db }
          ports: [{ port: 5432 }]
      `,
      good: yaml`
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: { name: db }
        spec:
          serviceName: db
          replicas: 3
          selector: { matchLabels: { app: db } }
          template:
            metadata: { labels: { app: db } }
            spec:
              containers:
                - name: db
                  image: example.com/db:16.4
                  readinessProbe:
                    exec: { command: [pg_isready] }
                    periodSeconds: 5
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: db }
        spec:
          clusterIP: None
          selector: { app: db }
          ports: [{ port: 5432 }]
      `,
    },
  ],

  target: "workload",
  *check(workload, { graph, criticality }) {
    if (workload.kind !== "StatefulSet" || graph.replicasOf(workload) !== 1) return;
    if (workload.resource.spec.get("updateStrategy", "type").scalar === "OnDelete") return;
    const service = clientServicesOf(workload, graph)[0];
    if (service === undefined) return;
    const importance = criticality(workload);
    const { critical } = importance;
    yield {
      at: workload.replicasField,
      message: `${workload.title} has 1 replica and never surges: every rollout leaves Service "${service.name ?? "?"}" without a pod${duration(workload)}${criticalBecause(importance)}`,
      help: "a drain of its node does the same",
      related: [{ at: service.selectorField, message: "this Service selects the pod" }],
      ...(critical ? { severity: "warning" as const } : {}),
    };
  },
});

function duration(workload: Workload): string {
  const termination = workload.gracePeriodSeconds;
  const ready = readySeconds(workload);
  if (termination === undefined || ready === undefined) return "";
  const seconds = statefulSetSeconds(1, 0, { ready, termination, minReady: minReadySecondsOf(workload) ?? 0 });
  const terms = ready === 0 ? `${termination} s to end` : `${termination} s to end + ${ready} s until the probes pass`;
  return ` for up to ${seconds} s (${terms}), plus the application's start`;
}
