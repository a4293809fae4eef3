import { clientServicesOf } from "../src/graph/clients.ts";
import { isIdleThroughout } from "../src/kubernetes/drain.ts";
import type { Workload } from "../src/kubernetes/workload.ts";
import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "grace-period-zero",
  summary: "A grace period of 0 kills the pod without a chance to stop in order",
  why: `With terminationGracePeriodSeconds 0 every deletion is a forced one: the pod disappears from the API at once, preStop hooks are
    skipped or cut off after 1 s, and SIGKILL follows SIGTERM after 2 s at most. Requests break off, and a StatefulSet may start the successor of a pod
    that still runs.`,
  severity: "warning",
  severities: {
    error: "a Service selects the pod",
    info: "a Pod without controller, Service and preStop hook",
  },
  presets: ["recommended"],
  fix: "safe",
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination-forced",
    "pkg/registry/core/pod: podStrategy.CheckGracefulDelete",
    "pkg/kubelet: calculateEffectiveGracePeriod",
    "pkg/kubelet/kuberuntime: killContainer",
  ],
  examples: [
    {
      bad: yaml`
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: { name: db }
        spec:
          serviceName: db
          selector: { matchLabels: { app: db } }
          template:
            metadata: { labels: { app: db } }
            spec:
              terminationGracePeriodSeconds: 0
              #                              ^ a grace period of 0 s kills the pod at once
              containers:
                - name: db
                  image: example.com/db:16.4
      `,
      good: yaml`
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: { name: db }
        spec:
          serviceName: db
          selector: { matchLabels: { app: db } }
          template:
            metadata: { labels: { app: db } }
            spec:
              containers:
                - name: db
                  image: example.com/db:16.4
      `,
    },
  ],

  target: "workload",
  *check(workload, { graph }) {
    const period = workload.podSpec.get("terminationGracePeriodSeconds");
    // A sleep as first process does not react to SIGTERM: with 0 it goes at once, and nothing is lost.
    if (period.number !== 0 || isIdleThroughout(workload)) return;
    const service = clientServicesOf(workload, graph)[0];
    const hook = workload.longRunningContainers
      .map(container => container.field.get("lifecycle", "preStop"))
      .find(field => field.exists);
    yield {
      at: period,
      message: `a grace period of 0 s kills the pod at once${hook === undefined ? "" : ", and cuts its preStop hook off"}${service === undefined ? "" : `, while Service "${service.name ?? "?"}" still sends it requests`}`,
      help: `SIGKILL follows SIGTERM within 2 s; without the field a pod has 30 s to end, and uses no more of them than it needs${workload.kind === "StatefulSet" ? "; a successor of the same name may start while the old pod still runs" : ""}`,
      ...(hook === undefined ? {} : { related: [{ at: hook, message: "this hook is skipped, or cut off after 1 s" }] }),
      ...severityOf(workload, service !== undefined, hook !== undefined),
      fixes: [{ title: "remove it: 30 s is the default", safety: "safe", changes: [{ remove: period }] }],
    };
  },
});

/** A pod made by hand that serves nobody has nothing to end in order. */
function severityOf({ kind }: Workload, isServed: boolean, hasHook: boolean) {
  if (isServed) return { severity: "error" as const };
  return kind === "Pod" && !hasHook ? { severity: "info" as const, strict: true } : {};
}
