import { minReadySecondsOf } from "../src/kubernetes/pod-seconds.ts";
import { isHelmHook } from "../src/kubernetes/purpose.ts";
import { podCount, rollingStrategyOf, surgeText, unavailableText } from "../src/kubernetes/strategy.ts";
import type { Workload } from "../src/kubernetes/workload.ts";
import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "rollout-unguarded",
  summary: "Nothing holds up the rollout of a release that does not work",
  why: `A rolling update goes on when new pods are available. Without a readiness probe, and with minReadySeconds 0, a pod is available
    the moment its containers run: one that crashes a second later was Ready until then, and the next old pod is already gone. A broken
    release replaces all pods, and the rollout reports success.`,
  severity: "warning",
  severities: { info: "one pod only, or a Service selects the pods: readiness-probe-missing then names the cause" },
  presets: ["recommended"],
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#min-ready-seconds",
    "pkg/controller/deployment: reconcileOldReplicaSets",
    "pkg/api/v1/pod: IsPodAvailable",
  ],
  yieldsTo: ["probe-misspelled", "misplaced-field", "unknown-field", "invalid-type"],
  examples: [
    {
      bad: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: worker }
        spec:
        #^^^ Deployment "worker" has no readinessProbe and minReadySeconds 0: a new pod counts as available the moment it runs, so a release that crashes replaces all 4 pods
          replicas: 4
          selector: { matchLabels: { app: worker } }
          template:
            metadata: { labels: { app: worker } }
            spec:
              containers:
                - name: worker
                  image: example.com/worker:2.1.0
      `,
      good: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: worker }
        spec:
          replicas: 4
          minReadySeconds: 30
          selector: { matchLabels: { app: worker } }
          template:
            metadata: { labels: { app: worker } }
            spec:
              containers:
                - name: worker
                  image: example.com/worker:2.1.0
      `,
    },
  ],

  target: "workload",
  *check(workload, { graph }) {
    const rolling = rollingStrategyOf(workload, graph);
    if (rolling === undefined || isHelmHook(workload) || minReadySecondsOf(workload) !== 0 || isGated(workload)) return;
    const isServed = graph.servicesOf(workload).length > 0;
    const pods = rolling.replicas === 1 ? "the only pod" : `all ${podCount(rolling.replicas)}`;
    yield {
      at: workload.resource.spec.get("minReadySeconds"),
      message: `${workload.title} has no readinessProbe and minReadySeconds 0: a new pod counts as available the moment it runs, so a release that crashes replaces ${pods}`,
      help: `${surgeText(rolling)}, ${unavailableText(rolling)}; ${isServed ? "a readinessProbe" : "a readinessProbe, or minReadySeconds longer than a failing start takes,"} stops the rollout at its first pods`,
      scope: workload.template,
      ...(isServed || rolling.replicas === 1 ? { severity: "info" as const } : {}),
      ...(rolling.replicas === 1 ? { strict: true } : {}),
    };
  },
});

/** Something other than the start of a process decides when the pod is Ready. */
function isGated(workload: Workload): boolean {
  if (workload.podSpec.get("readinessGates").items().length > 0 || workload.appContainers.length === 0) return true;
  return workload.longRunningContainers.some(
    ({ field }) => field.get("readinessProbe").exists || field.get("startupProbe").exists,
  );
}
