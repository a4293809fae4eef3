import { clientServicesOf, isCoveredByOthers } from "../src/graph/clients.ts";
import type { Graph } from "../src/graph/graph.ts";
import { reasonForOnePod } from "../src/kubernetes/claims.ts";
import { criticalBecause } from "../src/kubernetes/criticality.ts";
import { minReadySecondsOf, readySeconds } from "../src/kubernetes/pod-seconds.ts";
import { isRecreate, podCount, strategyOf } from "../src/kubernetes/strategy.ts";
import type { Workload } from "../src/kubernetes/workload.ts";
import { recreateSeconds } from "../src/rollout/waves.ts";
import { defineRule, type RuleFix, yaml } from "../src/rule.ts";

export default defineRule({
  id: "recreate-strategy",
  summary: "The Recreate strategy takes all pods away before the first new one starts",
  why: `With Recreate the controller scales the old ReplicaSet to 0 and waits until the last of its pods is gone, terminating ones
    included, before it makes new ones. From the first deletion until the first new pod is Ready nobody answers, at every rollout,
    and a release that cannot start never lets anything come back.`,
  severity: "warning",
  severities: {
    error: "the workload is critical, and has several pods or a Service",
    info: "one pod that no Service selects, or two pods could not run side by side",
  },
  presets: ["recommended"],
  fix: "unsafe",
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#recreate-deployment",
    "pkg/controller/deployment: rolloutRecreate, oldPodsRunning",
  ],
  examples: [
    {
      bad: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          replicas: 3
          strategy:
            type: Recreate
            #     ^^^^^^^^ strategy Recreate takes all 3 pods away and waits for the end of the last before it starts new ones: no pod is ready for up to 41 s (30 s to end + 11 s until the probes pass), plus the pull of the image and the application's start; critical because: 3 replicas; Service web; readinessProbe
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
                  readinessProbe:
                    httpGet: { path: /ready, port: 8080 }
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          selector: { app: web }
          ports: [{ port: 80, targetPort: 8080 }]
      `,
      good: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          replicas: 3
          strategy:
            type: RollingUpdate
            rollingUpdate: { maxSurge: 25%, maxUnavailable: 0 }
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
                  readinessProbe:
                    httpGet: { path: /ready, port: 8080 }
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          selector: { app: web }
          ports: [{ port: 80, targetPort: 8080 }]
      `,
    },
  ],

  target: "workload",
  *check(workload, { graph, criticality }) {
    if (!isRecreate(workload)) return;
    const at = strategyOf(workload).get("type");
    const replicas = graph.replicasOf(workload);
    const excuse = replicas === 0 ? "it has no replicas" : reasonForOnePod(workload, graph);
    if (excuse !== undefined) {
      yield {
        at,
        severity: "info",
        strict: true,
        message: `Recreate stops the workload at every rollout; here ${excuse}`,
      };
      return;
    }
    const importance = criticality(workload);
    const service = clientServicesOf(workload, graph)[0];
    yield {
      at,
      message: `strategy Recreate takes ${allPods(replicas)} away and waits for the end of the last before it starts new ones: ${outage(workload)}${criticalBecause(importance)}`,
      help: "RollingUpdate with maxUnavailable 0 starts new pods first, where two versions may run side by side",
      ...(service === undefined
        ? {}
        : { related: [{ at: service.selectorField, message: "this Service selects the pods" }] }),
      ...severityOf(workload, graph, importance.critical),
      fixes: [rolling(workload)],
    };
  },
});

function allPods(replicas: number | undefined): string {
  return replicas === undefined ? "all pods" : replicas === 1 ? "the only pod" : `all ${podCount(replicas)}`;
}

/** The closed form of a recreation, with its terms. */
function outage(workload: Workload): string {
  const termination = workload.gracePeriodSeconds;
  const ready = readySeconds(workload);
  if (termination === undefined || ready === undefined) return "nobody answers in between";
  const seconds = recreateSeconds({ termination, ready, minReady: minReadySecondsOf(workload) ?? 0 }).outage;
  const terms = ready === 0 ? "to end" : `to end + ${ready} s until the probes pass`;
  return `no pod is ready for up to ${seconds} s (${termination} s ${terms}), plus the pull of the image and the application's start`;
}

function severityOf(workload: Workload, graph: Graph, critical: boolean): { severity?: "error" | "info" } {
  const isNoticed = clientServicesOf(workload, graph).length > 0 || (graph.replicasOf(workload) ?? 1) >= 2;
  // A single pod that nothing reaches is most likely meant to be the only one at any time; of several versions the others still answer.
  if (critical && isNoticed && !isCoveredByOthers(workload, graph)) return { severity: "error" };
  return critical || isNoticed ? {} : { severity: "info" };
}

function rolling(workload: Workload): RuleFix {
  const strategy = strategyOf(workload);
  const limits = "{ maxSurge: 25%, maxUnavailable: 0 }";
  const isThere = strategy.get("rollingUpdate").exists;
  return {
    title: "replace the pods one after the other",
    safety: "unsafe",
    changes: [
      { set: strategy.get("type"), to: "RollingUpdate" },
      ...(isThere ? [] : [{ add: strategy, key: "rollingUpdate", yaml: limits }]),
    ],
  };
}
