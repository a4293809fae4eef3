import { isExpectedToServe } from "../src/kubernetes/purpose.ts";
import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "bare-pod",
  summary: "A pod without a controller is not replaced when it is gone",
  why: `The kubelet restarts the containers of a pod on its node, and nothing more. When the pod is evicted, deleted or lost with its node,
    nobody makes another; and no rollout changes it, since most of its spec cannot be changed.`,
  severity: "info",
  presets: ["strict"],
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/concepts/workloads/pods/#pods-and-controllers",
    "https://kubernetes.io/docs/concepts/configuration/overview/#naked-pods-vs-replicasets-deployments-and-jobs",
  ],
  examples: [
    {
      bad: yaml`
        apiVersion: v1
        kind: Pod
        #     ^^^ Pod "web" has no controller: when it is evicted or its node is lost, nothing makes another
        metadata:
          name: web
          labels: { app: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
      `,
      good: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          selector: { matchLabels: { app: web } }
          template:
            metadata:
              labels: { app: web }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
      `,
    },
  ],

  target: "workload",
  *check(workload, { graph }) {
    if (workload.kind !== "Pod" || !isExpectedToServe(workload)) return;
    const { metadata } = workload.resource;
    // A mirror of a static pod, or the pod of some controller, read back from a cluster.
    if (metadata.get("ownerReferences").items().length > 0 || metadata.get("uid").exists) return;
    // service-selects-bare-pods speaks about those that serve.
    if (graph.servicesOf(workload).length > 0) return;
    yield {
      at: workload.resource.root.get("kind"),
      message: `${workload.title} has no controller: when it is evicted or its node is lost, nothing makes another`,
      help: "a Deployment, StatefulSet or DaemonSet replaces it, a Job runs it to its end",
    };
  },
});
