import { clientServicesOf, isCoveredByOthers } from "../src/graph/clients.ts";
import { reasonForOnePod } from "../src/kubernetes/claims.ts";
import { criticalBecause } from "../src/kubernetes/criticality.ts";
import {
  podCount,
  type RollingStrategy,
  rollingStrategyOf,
  scaleFieldOf,
  surgeText,
  unavailableText,
} from "../src/kubernetes/strategy.ts";
import { type Change, defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "rollout-zero-available",
  summary: "A rolling update may take all pods of a Deployment away at once",
  why: `maxUnavailable is how many of the replicas may be missing while a rollout runs. When it comes to all of them the controller
    scales the old ReplicaSet to 0 in its first step, whether or not a new pod is Ready: a Recreate that does not even wait. A release
    that cannot start is then an outage, since no old pod is left to answer.`,
  severity: "warning",
  severities: {
    error: "the workload is critical, or a Service selects it",
    info: "two pods could not run side by side anyway",
  },
  presets: ["recommended"],
  fix: "unsafe",
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#max-unavailable",
    "pkg/controller/deployment/util: MaxUnavailable",
  ],
  examples: [
    {
      bad: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: worker }
        spec:
          replicas: 1
          strategy:
            type: RollingUpdate
            rollingUpdate:
              maxSurge: 0
              maxUnavailable: 1
              #               ^ maxUnavailable 1: a rollout may take the only pod away before a new one is Ready
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
          replicas: 1
          strategy:
            type: RollingUpdate
            rollingUpdate:
              maxSurge: 1
              maxUnavailable: 0
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
  *check(workload, { graph, criticality }) {
    const rolling = rollingStrategyOf(workload, graph);
    // A value that the controller raised to 1 is the business of rollout-fencepost.
    if (rolling === undefined || rolling.posts.raised || rolling.posts.minAvailable > 0) return;
    const excuse = reasonForOnePod(workload, graph);
    const importance = criticality(workload);
    const isServed = clientServicesOf(workload, graph).length > 0;
    const isGrave = excuse === undefined && (importance.critical || isServed) && !isCoveredByOthers(workload, graph);
    yield {
      at: rolling.maxUnavailable,
      message: `${unavailableText(rolling)}: a rollout may take ${rolling.replicas === 1 ? "the only pod" : `all ${podCount(rolling.replicas)}`} away before a new one is Ready${excuse === undefined ? "" : `; here ${excuse}`}${criticalBecause(importance, isGrave)}`,
      help: `of ${podCount(rolling.replicas)} at least ${rolling.replicas} - ${rolling.posts.unavailable} = 0 stay available (${surgeText(rolling)})`,
      related: [{ at: scaleFieldOf(workload, graph), message: `${podCount(rolling.replicas)} to keep up` }],
      ...(isGrave
        ? { severity: "error" as const }
        : excuse === undefined
          ? {}
          : { severity: "info" as const, strict: true }),
      ...(excuse === undefined
        ? { fixes: [{ title: "start new pods first", safety: "unsafe" as const, changes: changesOf(rolling) }] }
        : {}),
    };
  },
});

function changesOf({ field, maxSurge, maxUnavailable, posts }: RollingStrategy): Change[] {
  const down: Change = { set: maxUnavailable, to: 0 };
  if (posts.surge > 0) return [down];
  return maxSurge.exists
    ? [{ set: maxSurge, to: 1 }, down]
    : [{ add: field.get("rollingUpdate"), key: "maxSurge", yaml: "1" }, down];
}
