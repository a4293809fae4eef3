import type { Field } from "../src/field.ts";
import { hostPortsOf } from "../src/kubernetes/claims.ts";
import { HOSTNAME, pinOf, selectsOwnPods, spreadTermsOf } from "../src/kubernetes/placement.ts";
import { isLimit, isZero, rollingStrategyOf, surgeText, unavailableText } from "../src/kubernetes/strategy.ts";
import type { Workload } from "../src/kubernetes/workload.ts";
import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "surge-unschedulable",
  summary: "A rollout waits for an extra pod that may find no node",
  why: `With maxUnavailable 0 no old pod goes before a new one is Ready, and the new one needs what the old ones hold: a port of the node, or
    a node without another pod of its kind. With as many pods as nodes, or a pod tied to one node, the new pod stays Pending, and the
    rollout stands still until its deadline.`,
  severity: "warning",
  severities: { info: "a required anti-affinity keeps the pods apart: with more nodes than pods there is room" },
  presets: ["recommended"],
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#max-surge",
    "https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#inter-pod-affinity-and-anti-affinity",
    "pkg/scheduler/framework/plugins/nodeports: Fits",
  ],
  examples: [
    {
      bad: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: edge }
        spec:
          replicas: 2
          selector: { matchLabels: { app: edge } }
          template:
            metadata: { labels: { app: edge } }
            spec:
              containers:
                - name: edge
                  image: example.com/edge:1.4.0
                  ports: [{ containerPort: 8080, hostPort: 80 }]
                  #                                        ^^ maxSurge 25 %, the default, of 2 rounds up to 1 and maxUnavailable 25 %, the default, of 2 rounds down to 0: a rollout first needs port 80 of a node where no old pod holds it
      `,
      good: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: edge }
        spec:
          replicas: 2
          strategy:
            rollingUpdate: { maxSurge: 0, maxUnavailable: 1 }
          selector: { matchLabels: { app: edge } }
          template:
            metadata: { labels: { app: edge } }
            spec:
              containers:
                - name: edge
                  image: example.com/edge:1.4.0
                  ports: [{ containerPort: 8080, hostPort: 80 }]
      `,
    },
  ],

  target: "workload",
  *check(workload, { graph }) {
    const rolling = rollingStrategyOf(workload, graph);
    if (rolling !== undefined) {
      const obstacle = obstacleOf(workload);
      if (obstacle === undefined || rolling.posts.surge === 0 || rolling.posts.unavailable > 0) return;
      yield {
        at: obstacle.at,
        message: `${surgeText(rolling)} and ${unavailableText(rolling)}: a rollout first needs ${obstacle.text}`,
        help: "maxSurge 0 with maxUnavailable 1 makes room before a new pod starts",
        related: [{ at: rolling.maxSurge, message: "the limits of the rollout" }],
        ...(obstacle.isCertain ? {} : { severity: "info" as const }),
      };
      return;
    }
    const surge = workload.resource.spec.get("updateStrategy", "rollingUpdate", "maxSurge");
    const port = hostPortsOf(workload)[0];
    if (workload.kind !== "DaemonSet" || port === undefined || !surge.exists || !isLimit(surge) || isZero(surge))
      return;
    yield {
      at: surge,
      message: `maxSurge ${surge.scalar} of a DaemonSet starts the new pod beside the old one, which holds port ${port.scalar} of the node: it never starts`,
      help: "maxUnavailable 1, the default, makes room before a new pod starts",
      related: [{ at: port, message: "the port of the node" }],
    };
  },
});

/** What an extra pod needs and the old ones hold. */
function obstacleOf(workload: Workload): { at: Field; text: string; isCertain: boolean } | undefined {
  const port = hostPortsOf(workload)[0];
  const pin = pinOf(workload);
  if (port !== undefined) {
    const node =
      pin === undefined ? "a node where no old pod holds it" : `node "${pin.string}", where the old pod holds it`;
    return { at: port, text: `port ${port.scalar} of ${node}`, isCertain: true };
  }
  const term = spreadTermsOf(workload).find(
    ({ kind, isRequired, topologyKey, selector }) =>
      kind === "podAntiAffinity" &&
      isRequired &&
      topologyKey === HOSTNAME &&
      selector !== undefined &&
      !selector.unknown &&
      selectsOwnPods(selector, workload),
  );
  return term === undefined
    ? undefined
    : { at: term.field.get("topologyKey"), text: "one node more than there are pods", isCertain: false };
}
