import type { Field } from "../src/field.ts";
import { hostPortsOf } from "../src/kubernetes/claims.ts";
import { criticalBecause } from "../src/kubernetes/criticality.ts";
import { pinOf, spreadTermsOf } from "../src/kubernetes/placement.ts";
import { isHelmHook } from "../src/kubernetes/purpose.ts";
import { podCount } from "../src/kubernetes/strategy.ts";
import type { Workload } from "../src/kubernetes/workload.ts";
import { defineRule, type RuleFix, yaml } from "../src/rule.ts";

const REPLICATED = new Set(["Deployment", "StatefulSet", "ReplicaSet", "ReplicationController", "Rollout"]);

export default defineRule({
  id: "no-spread",
  summary: "All replicas may run on one node, and go with it",
  why: `Replicas protect from the loss of a node only when they are on several. Without topologySpreadConstraints or podAntiAffinity the
    scheduler merely prefers to spread them, and gives that up for other preferences; after a drain or a scale-up two of two pods
    on one node are no rarity.`,
  severity: "warning",
  severities: { info: "nothing makes the workload critical" },
  presets: ["recommended"],
  fix: "unsafe",
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/",
    "pkg/scheduler/framework/plugins/podtopologyspread: systemDefaultConstraints",
  ],
  yieldsTo: ["misplaced-field", "unknown-field", "invalid-type"],
  examples: [
    {
      bad: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web, labels: { tier: critical } }
        spec:
          replicas: 3
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
           #^^^^ nothing keeps the 3 pods of Deployment "web" apart: the loss of one node may take them all; critical because: label tier: critical; 3 replicas
              containers:
                - name: web
                  image: example.com/web:1.4.0
      `,
      good: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web, labels: { tier: critical } }
        spec:
          replicas: 3
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
              topologySpreadConstraints:
                - maxSkew: 1
                  topologyKey: kubernetes.io/hostname
                  whenUnsatisfiable: ScheduleAnyway
                  labelSelector:
                    matchLabels: { "app": "web" }
      `,
    },
  ],

  target: "workload",
  *check(workload, { graph, criticality }) {
    const replicas = graph.replicasOf(workload);
    if (!REPLICATED.has(workload.kind) || replicas === undefined || replicas < 2 || isHelmHook(workload)) return;
    const { podSpec } = workload;
    if (workload.appContainers.length === 0) return;
    const constraints = podSpec.get("topologySpreadConstraints");
    if (spreadTermsOf(workload).length > 0 || constraints.isUnknown || podSpec.get("affinity").isUnknown) return;
    // No node has a port twice.
    if (hostPortsOf(workload).length > 0) return;
    // pinned-to-node speaks about pods that are meant to be together.
    if (pinOf(workload) !== undefined || podSpec.get("affinity", "podAffinity").exists) return;
    const importance = criticality(workload);
    const { critical } = importance;
    yield {
      at: constraints,
      scope: podSpec,
      message: `nothing keeps the ${podCount(replicas)} of ${workload.title} apart: the loss of one node may take them all${criticalBecause(importance)}`,
      help: "the scheduler's own preference (maxSkew 3 over nodes, ScheduleAnyway) allows it",
      ...(critical ? {} : { severity: "info" as const, strict: true }),
      fixes: spread(workload, constraints),
    };
  },
});

function spread(workload: Workload, constraints: Field): RuleFix[] {
  const selected = workload.resource.spec.get("selector", "matchLabels").strings();
  const labels = Object.fromEntries(selected.size > 0 ? selected : workload.podLabels);
  if (Object.keys(labels).length === 0 || constraints.node !== undefined) return [];
  const pairs = Object.entries(labels).map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  const lines = [
    "- maxSkew: 1",
    "  topologyKey: kubernetes.io/hostname",
    "  whenUnsatisfiable: ScheduleAnyway",
    "  labelSelector:",
    `    matchLabels: { ${pairs.join(", ")} }`,
  ];
  const change = { add: workload.podSpec, key: "topologySpreadConstraints", yaml: lines.join("\n") };
  return [{ title: "spread the pods over nodes", safety: "unsafe", changes: [change] }];
}
