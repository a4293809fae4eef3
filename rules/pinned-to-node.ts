import { pinOf } from "../src/kubernetes/placement.ts";
import { podCount } from "../src/kubernetes/strategy.ts";
import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "pinned-to-node",
  summary: "Pods are tied to one node by its name",
  why: `With nodeName the scheduler is not asked at all: neither free resources nor taints count, and a pod that does not fit fails on the
    node. With a nodeSelector on the host name it is asked, but has no choice. Either way all replicas go with that node, and none can
    move when it is drained or lost.`,
  severity: "warning",
  severities: { info: "a bare pod, or a single replica with a nodeSelector" },
  presets: ["recommended"],
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#nodename",
    "pkg/kubelet/lifecycle: predicateAdmitHandler.Admit",
  ],
  examples: [
    {
      bad: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          replicas: 2
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              nodeName: node-3
              #         ^^^^^^ nodeName ties 2 pods of Deployment "web" to node "node-3": when it is lost or drained, nothing runs elsewhere instead
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
              nodeSelector: { example.com/disk: ssd }
              containers:
                - name: web
                  image: example.com/web:1.4.0
      `,
    },
  ],

  target: "workload",
  *check(workload, { graph }) {
    const pin = pinOf(workload);
    // An object read back from a cluster carries the scheduler's own choice.
    if (pin === undefined || workload.kind === "DaemonSet" || workload.resource.metadata.get("uid").exists) return;
    const replicas = graph.replicasOf(workload);
    const isNodeName = pin.key === "nodeName";
    const isMild = workload.kind === "Pod" || (!isNodeName && (replicas ?? 1) < 2);
    const pods = workload.kind === "Pod" ? "" : `${replicas === undefined ? "the pods" : podCount(replicas)} of `;
    yield {
      at: pin,
      message: `${isNodeName ? "nodeName" : "the nodeSelector"} ties ${pods}${workload.title} to node "${pin.string}": when it is lost or drained, nothing runs elsewhere instead`,
      help: isNodeName
        ? "the scheduler is passed over, with its checks of resources and taints; a nodeSelector or nodeAffinity on a label of several nodes leaves it a choice"
        : "a label that several nodes have leaves the scheduler a choice",
      ...(isMild ? { severity: "info" as const } : {}),
    };
  },
});
