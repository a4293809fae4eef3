import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "statefulset-ondelete",
  summary: "A StatefulSet does not replace its pods when its template changes",
  why: `With updateStrategy OnDelete the controller makes pods of the new template only for those that somebody deletes. Applying a new
    image changes nothing that runs; the next eviction, weeks later, brings one pod of the new version among the old ones.`,
  severity: "warning",
  presets: ["recommended"],
  fix: "unsafe",
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#on-delete",
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
          updateStrategy:
            type: OnDelete
            #     ^^^^^^^^ updateStrategy OnDelete replaces no pod by itself: a new template reaches a pod only when somebody deletes it
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
          updateStrategy:
            type: RollingUpdate
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
  *check(workload) {
    const type = workload.resource.spec.get("updateStrategy", "type");
    if (workload.kind !== "StatefulSet" || type.scalar !== "OnDelete") return;
    // An operator that owns it deletes the pods in an order of its own.
    if (workload.resource.metadata.get("ownerReferences").items().length > 0) return;
    yield {
      at: type,
      message:
        "updateStrategy OnDelete replaces no pod by itself: a new template reaches a pod only when somebody deletes it",
      help: "RollingUpdate, the default, replaces them from the highest ordinal down; its partition holds some of them back",
      fixes: [{ title: "write RollingUpdate", safety: "unsafe", changes: [{ set: type, to: "RollingUpdate" }] }],
    };
  },
});
