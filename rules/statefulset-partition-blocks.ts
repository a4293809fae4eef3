import { podCount } from "../src/kubernetes/strategy.ts";
import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "statefulset-partition-blocks",
  summary: "A partition keeps new templates from some or all pods of a StatefulSet",
  why: `Pods with an ordinal below rollingUpdate.partition keep their template, and get it again when they are recreated. A partition left
    behind from a staged rollout leaves part of the pods on the old version for ever; one that is as high as the replica count stops
    every rollout, while kubectl apply reports success.`,
  severity: "info",
  severities: { warning: "the partition holds all pods back" },
  presets: ["strict"],
  fix: "unsafe",
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#partitions",
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
          replicas: 3
          updateStrategy:
            rollingUpdate:
              partition: 3
              #          ^ partition 3 holds back all 3 pods: those with an ordinal below 3 never get a new template
          selector: { matchLabels: { app: db } }
          template:
            metadata: { labels: { app: db } }
            spec:
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
          replicas: 3
          updateStrategy:
            rollingUpdate:
              partition: 0
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
    const { spec } = workload.resource;
    const field = spec.get("updateStrategy", "rollingUpdate", "partition");
    const partition = field.number;
    const replicas = graph.replicasOf(workload);
    if (workload.kind !== "StatefulSet" || partition === undefined || partition <= 0 || !replicas) return;
    const start = spec.get("ordinals", "start").number ?? 0;
    const held = Math.min(Math.max(partition - start, 0), replicas);
    if (held === 0) return;
    yield {
      at: field,
      message: `partition ${partition} holds back ${held === replicas ? `all ${podCount(replicas)}` : `${held} of ${podCount(replicas)}`}: those with an ordinal below ${partition} never get a new template`,
      help: "partition 0 lets a rollout reach every pod",
      related: [{ at: workload.replicasField, message: podCount(replicas) }],
      ...(held === replicas ? { severity: "warning" as const } : {}),
      fixes: [{ title: "write partition: 0", safety: "unsafe", changes: [{ set: field, to: 0 }] }],
    };
  },
});
