import { claimsOf } from "../src/kubernetes/claims.ts";
import { pinOf } from "../src/kubernetes/placement.ts";
import { isLimit, podCount, type RollingStrategy, rollingStrategyOf, surgeText } from "../src/kubernetes/strategy.ts";
import type { Workload } from "../src/kubernetes/workload.ts";
import { defineRule, type RuleFix, yaml } from "../src/rule.ts";

export default defineRule({
  id: "rolling-with-rwo-volume",
  summary: "A rolling update needs a volume twice that only one node can use at a time",
  why: `The new pod of a rolling update starts while the old one still holds the volume. A ReadWriteOnce volume can be attached to one node
    only: where the scheduler picks another, the new pod waits in ContainerCreating (Multi-Attach error), and with maxUnavailable 0 the
    old pod is never taken away, so the rollout stands still. On the same node two processes write to the same files.`,
  severity: "warning",
  severities: { error: "the claim is ReadWriteOncePod: no second pod can start at all" },
  presets: ["recommended"],
  fix: "unsafe",
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes",
    "pkg/controller/volume/attachdetach/reconciler: attachDesiredVolumes",
  ],
  examples: [
    {
      bad: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: db }
        spec:
          replicas: 1
          selector: { matchLabels: { app: db } }
          template:
            metadata: { labels: { app: db } }
            spec:
              containers:
                - name: db
                  image: example.com/db:16.4
                  volumeMounts: [{ name: data, mountPath: /var/lib/db }]
              volumes:
                - name: data
                  persistentVolumeClaim:
                    claimName: db-data
                    #          ^^^^^^^ claim "db-data" is ReadWriteOnce, but a rollout runs two pods side by side (maxSurge 25 %, the default, of 1 rounds up to 1): a pod on another node never starts
        ---
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata: { name: db-data }
        spec:
          accessModes: [ReadWriteOnce]
          resources: { requests: { storage: 10Gi } }
      `,
      good: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: db }
        spec:
          replicas: 1
          selector: { matchLabels: { app: db } }
          template:
            metadata: { labels: { app: db } }
            spec:
              containers:
                - name: db
                  image: example.com/db:16.4
                  volumeMounts: [{ name: data, mountPath: /var/lib/db }]
              volumes:
                - name: data
                  persistentVolumeClaim:
                    claimName: db-data
          strategy: { type: Recreate }
        ---
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata: { name: db-data }
        spec:
          accessModes: [ReadWriteOnce]
          resources: { requests: { storage: 10Gi } }
      `,
    },
  ],

  target: "workload",
  *check(workload, { graph }) {
    const rolling = rollingStrategyOf(workload, graph);
    if (rolling === undefined || (rolling.posts.surge === 0 && rolling.replicas === 1)) return;
    const affinity = workload.podSpec.get("affinity", "podAffinity");
    const isOnOneNode = pinOf(workload) !== undefined || affinity.exists;
    for (const { field, name, claim, reach } of claimsOf(workload, graph)) {
      if (claim === undefined || (reach !== "one pod" && (reach !== "one node" || isOnOneNode))) continue;
      const mode = reach === "one pod" ? "ReadWriteOncePod" : "ReadWriteOnce";
      yield {
        at: field,
        message: `claim "${name}" is ${mode}, but ${need(rolling)}: a pod ${reach === "one pod" ? "beside the first never starts" : "on another node never starts"}`,
        help:
          rolling.posts.unavailable === 0
            ? "maxUnavailable is 0, so the old pod is not taken away either: the rollout stands still"
            : "strategy Recreate, or a StatefulSet with a claim for each pod, fits such a volume",
        related: [{ at: claim.spec.get("accessModes"), message: "the claim's access modes" }],
        ...(reach === "one pod" ? { severity: "error" as const } : {}),
        ...(rolling.replicas === 1 ? { fixes: recreate(workload, rolling) } : {}),
      };
    }
  },
});

function need(rolling: RollingStrategy): string {
  if (rolling.replicas > 1) return `${podCount(rolling.replicas)} need it`;
  return `a rollout runs two pods side by side (${surgeText(rolling)})`;
}

function recreate(workload: Workload, { field, maxSurge, maxUnavailable }: RollingStrategy): RuleFix[] {
  const title = "use strategy Recreate";
  const rollingUpdate = field.get("rollingUpdate");
  if (!field.exists && field.node === undefined)
    return [
      {
        title,
        safety: "unsafe",
        changes: [{ add: workload.resource.spec, key: "strategy", yaml: "{ type: Recreate }" }],
      },
    ];
  if (!field.get("type").exists || !isLimit(maxSurge) || !isLimit(maxUnavailable)) return [];
  const removal = rollingUpdate.node === undefined ? [] : [{ remove: rollingUpdate }];
  return [{ title, safety: "unsafe", changes: [{ set: field.get("type"), to: "Recreate" }, ...removal] }];
}
