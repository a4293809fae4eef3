import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "daemonset-ondelete",
  summary: "A DaemonSet does not replace its pods when its template changes",
  why: `With updateStrategy OnDelete the controller makes pods of the new template only for those that somebody deletes. Applying a new
    image changes nothing that runs; the next eviction, weeks later, brings one pod of the new version among the old ones.`,
  severity: "info",
  presets: ["strict"],
  fix: "unsafe",
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/tasks/manage-daemon/update-daemon-set/",
    "pkg/controller/daemon: updateDaemonSet",
  ],
  examples: [
    {
      bad: yaml`
        apiVersion: apps/v1
        kind: DaemonSet
        metadata: { name: agent }
        spec:
          updateStrategy:
            type: OnDelete
            #     ^^^^^^^^ updateStrategy OnDelete replaces no pod by itself: a new template reaches a pod only when somebody deletes it
          selector: { matchLabels: { app: agent } }
          template:
            metadata: { labels: { app: agent } }
            spec:
              containers:
                - name: agent
                  image: example.com/agent:3.2.0
      `,
      good: yaml`
        apiVersion: apps/v1
        kind: DaemonSet
        metadata: { name: agent }
        spec:
          updateStrategy:
            type: RollingUpdate
          selector: { matchLabels: { app: agent } }
          template:
            metadata: { labels: { app: agent } }
            spec:
              containers:
                - name: agent
                  image: example.com/agent:3.2.0
      `,
    },
  ],

  target: "workload",
  *check(workload) {
    const type = workload.resource.spec.get("updateStrategy", "type");
    if (workload.kind !== "DaemonSet" || type.scalar !== "OnDelete") return;
    // An operator that owns it deletes the pods in an order of its own.
    if (workload.resource.metadata.get("ownerReferences").items().length > 0) return;
    yield {
      at: type,
      message:
        "updateStrategy OnDelete replaces no pod by itself: a new template reaches a pod only when somebody deletes it",
      help: "RollingUpdate, the default, replaces one after the other (maxUnavailable 1)",
      fixes: [{ title: "write RollingUpdate", safety: "unsafe", changes: [{ set: type, to: "RollingUpdate" }] }],
    };
  },
});
