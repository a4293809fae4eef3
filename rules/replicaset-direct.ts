import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "replicaset-direct",
  summary: "A ReplicaSet or ReplicationController on its own has no rollout",
  why: `It keeps the number of its pods, whatever version they are: a new template is used for pods made later, and those that run stay as
    they are. There is no rollout, no pause and no undo. A Deployment makes and scales ReplicaSets for that.`,
  severity: "info",
  presets: ["strict"],
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/concepts/workloads/controllers/replicaset/#when-to-use-a-replicaset",
    "pkg/controller/replicaset: manageReplicas",
  ],
  examples: [
    {
      bad: yaml`
        apiVersion: apps/v1
        kind: ReplicaSet
        #     ^^^^^^^^^^ ReplicaSet "web" replaces no pod when its template changes: it has no rollout
        metadata: { name: web }
        spec:
          replicas: 3
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
      `,
      good: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          replicas: 3
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
      `,
    },
  ],

  target: "workload",
  *check(workload) {
    if (workload.kind !== "ReplicaSet" && workload.kind !== "ReplicationController") return;
    const { metadata, root } = workload.resource;
    // Made by a Deployment, and read back from a cluster.
    if (metadata.get("ownerReferences").items().length > 0) return;
    yield {
      at: root.get("kind"),
      message: `${workload.title} replaces no pod when its template changes: it has no rollout`,
      help: "a Deployment with the same selector and template takes its place",
    };
  },
});
