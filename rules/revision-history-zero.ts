import { defineRule, yaml } from "../src/rule.ts";

const REVISED = new Set(["Deployment", "StatefulSet", "DaemonSet"]);

export default defineRule({
  id: "revision-history-zero",
  summary: "No old revision is kept, so a rollout cannot be undone",
  why: `The old ReplicaSets, scaled to 0, are the history that kubectl rollout undo goes back to (ControllerRevisions, for a StatefulSet
    or DaemonSet). With revisionHistoryLimit 0 they are deleted as soon as a rollout is complete: the fast way back is gone, and the
    former manifest has to be found and applied.`,
  severity: "warning",
  presets: ["recommended"],
  fix: "safe",
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#clean-up-policy",
    "pkg/controller/deployment: cleanupDeployment",
  ],
  examples: [
    {
      bad: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          replicas: 2
          revisionHistoryLimit: 0
          #                     ^ revisionHistoryLimit 0 keeps no old revision: "kubectl rollout undo" has nothing to go back to
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
          replicas: 2
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
    const limit = workload.resource.spec.get("revisionHistoryLimit");
    if (!REVISED.has(workload.kind) || limit.number !== 0) return;
    yield {
      at: limit,
      message: `revisionHistoryLimit 0 keeps no old revision: "kubectl rollout undo" has nothing to go back to`,
      help: "without the field 10 revisions are kept; of a Deployment they are ReplicaSets without pods, which cost nothing",
      fixes: [{ title: "remove it: 10 is the default", safety: "safe", changes: [{ remove: limit }] }],
    };
  },
});
