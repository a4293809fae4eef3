// The guide's chapter on rollouts. Every number is computed, every drawing simulated.

import { rangeText } from "../rollout/duration.ts";
import { allowedDisruptions, deploymentFenceposts, type IntOrPercent } from "../rollout/fenceposts.ts";
import { yaml } from "../rule.ts";
import { manifest, picture, rule, simulated } from "./picture.ts";

const WEB = yaml`
  apiVersion: apps/v1
  kind: Deployment
  metadata: { name: web }
  spec:
    replicas: 3
    selector: { matchLabels: { app: web } }
    template:
      metadata:
        labels: { app: web }
        annotations: { kprobe-lint.dev/startup-seconds: "8" }
      spec:
        containers:
          - name: web
            image: example.com/web:1.4.0
            lifecycle: { preStop: { sleep: { seconds: 5 } } }
            readinessProbe:
              httpGet: { path: /ready, port: 8080 }
              periodSeconds: 5
`;

const RECREATE = WEB.replace("  replicas: 3\n", "  replicas: 3\n  strategy: { type: Recreate }\n");
const UNGUARDED = WEB.replace(/ {10}readinessProbe:\n.*\n.*\n/, "");

const CASES: readonly (readonly [number, IntOrPercent, IntOrPercent])[] = [
  [1, "25%", "25%"],
  [3, "25%", "25%"],
  [10, "25%", "25%"],
  [3, 2, 2],
  [1, 0, 1],
  [1, 0, "50%"],
  [3, 0, "100%"],
  [3, "100%", 0],
];

function table(): string {
  const rows = CASES.map(([replicas, maxSurge, maxUnavailable]) => {
    const posts = deploymentFenceposts(replicas, { maxSurge, maxUnavailable });
    const note = posts.raised ? ", raised from 0" : "";
    return `| ${replicas} | ${maxSurge} | ${maxUnavailable} | ${posts.surge} | ${posts.unavailable}${note} | ${posts.minAvailable} | ${posts.maxPods} |`;
  });
  return `| replicas | maxSurge | maxUnavailable | more at most | fewer at most | stay available | at a time |
| --- | --- | --- | --- | --- | --- | --- |
${rows.join("\n")}`;
}

function budgets(): string {
  const pods = (count: number) => ({ healthy: count, matched: count, replicas: count });
  const line = (text: string, allowed: number) =>
    `| ${text} | ${allowed}${allowed === 0 ? ": a drain waits forever" : ""} |`;
  return `| budget | evictions allowed |
| --- | --- |
${[
  line("3 pods, minAvailable 2", allowedDisruptions({ minAvailable: 2 }, pods(3)).allowed),
  line("3 pods, minAvailable 50%", allowedDisruptions({ minAvailable: "50%" }, pods(3)).allowed),
  line("1 pod, minAvailable 1", allowedDisruptions({ minAvailable: 1 }, pods(1)).allowed),
  line("3 pods, maxUnavailable 0", allowedDisruptions({ maxUnavailable: 0 }, pods(3)).allowed),
].join("\n")}`;
}

export function rolloutsChapter(): string {
  const web = simulated(WEB);
  const ready = web.pod?.ready;
  const takes = rangeText(ready?.earliest ?? 0, ready?.latest ?? 0);
  return `### Rollouts

*\`kubectl rollout status\` does not come back, everything was down during a deployment, or a broken version replaced a good one: start here.*

A Deployment makes new pods and takes old ones away, and the only thing it goes by is how many are **available**: Ready for \`minReadySeconds\`. It takes an old
pod away when enough new ones are available, and no sooner. So the readiness probe is the brake of every rollout; without one a pod is
available the moment its process runs (${rule("rollout-unguarded")}).

${manifest(WEB)}

${picture(web, ["rollout"], 1)}

A new pod takes ${takes} to get Ready, and each wave waits for that. The more pods a wave may hold, the fewer waves there are:

${table()}

\`maxSurge\` rounds up, \`maxUnavailable\` rounds down. When both come out as 0, the controller uses 1 for \`maxUnavailable\`: what looks like the most careful
setting takes the only pod away (${rule("rollout-fencepost")}). For pods in service \`maxSurge: 1\` with \`maxUnavailable: 0\` is the setting that never has fewer than
\`replicas\` (${rule("rollout-zero-available")}, ${rule("rollout-halves-capacity")}). Pods that terminate are not counted: for a while there are more than "at a time" says.

Recreate takes all pods away and waits for the last of them to be gone:

${picture(simulated(RECREATE), ["rollout"], 1)}

That is an outage of its own making (${rule("recreate-strategy")}), right only where two versions must not run side by side. And this is the
first Deployment without its readiness probe; it is quick because its pods count as available seconds before the application has started:

${picture(simulated(UNGUARDED), ["rollout"], 1)}

When a rollout stands still, these are the usual reasons, in this order:

- The new pods never get Ready: see the chapter on probes. After \`progressDeadlineSeconds\` (600) the Deployment only *says* so; it does not go back
  (${rule("progress-deadline-too-short")}). \`kubectl rollout undo\` does, if old revisions are kept (${rule("revision-history-zero")}).
- The new pods find no place: a host port, an anti-affinity or a ReadWriteOnce volume that the old pods hold (${rule("surge-unschedulable")}, ${rule("rolling-with-rwo-volume")}).
- It is paused (${rule("deployment-paused")}), or the StatefulSet waits for somebody to delete pods (${rule("statefulset-ondelete")}), or its partition holds them back (${rule("statefulset-partition-blocks")}).

A StatefulSet has no surge: it takes the pod of the highest ordinal away, and waits until its successor is Ready. With one replica every rollout is an outage
(${rule("single-replica-no-surge")}). A DaemonSet does the same node by node, unless \`maxSurge\` is set.

PodDisruptionBudgets have no say in a rollout. They speak when a node is drained:

${budgets()}

Read on: [Deployments](https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#rolling-update-deployment),
[StatefulSets](https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#update-strategies),
[Disruptions](https://kubernetes.io/docs/concepts/workloads/pods/disruptions/);
in the code \`pkg/controller/deployment\` (\`reconcileNewReplicaSet\`, \`reconcileOldReplicaSets\`), \`pkg/controller/deployment/util\` (\`ResolveFenceposts\`),
\`pkg/controller/statefulset\` (\`updateStatefulSet\`), \`pkg/controller/disruption\` (\`getExpectedPodCount\`).
`;
}
