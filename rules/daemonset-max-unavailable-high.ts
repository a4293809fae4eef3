import { clientServicesOf } from "../src/graph/clients.ts";
import { isLimit } from "../src/kubernetes/strategy.ts";
import { daemonSetFenceposts } from "../src/rollout/fenceposts.ts";
import { defineRule, yaml } from "../src/rule.ts";

/** Enough nodes to tell a percentage by. */
const NODES = 10;

export default defineRule({
  id: "daemonset-max-unavailable-high",
  summary: "An update of a DaemonSet may stop more than half of its pods at once",
  why: `The pods of a DaemonSet do for their nodes what nobody else does there: networking, DNS, ingress, storage. With a high
    maxUnavailable the controller deletes them on most nodes in one step, and where the new version does not start these nodes stay
    without it.`,
  severity: "warning",
  presets: ["recommended"],
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/tasks/manage-daemon/update-daemon-set/",
    "pkg/controller/daemon: updatedDesiredNodeCounts",
  ],
  options: {
    percent: {
      type: "integer",
      description: "The percentage of nodes above which it is reported",
      default: 50,
      minimum: 1,
    },
  },
  examples: [
    {
      bad: yaml`
        apiVersion: apps/v1
        kind: DaemonSet
        metadata: { name: dns, namespace: kube-system }
        spec:
          updateStrategy:
            rollingUpdate: { maxUnavailable: 100% }
            #                                ^^^^ maxUnavailable 100 % stops the pods of 10 nodes of 10 at once
          selector: { matchLabels: { app: dns } }
          template:
            metadata: { labels: { app: dns } }
            spec:
              containers:
                - name: dns
                  image: example.com/dns:1.11.0
      `,
      good: yaml`
        apiVersion: apps/v1
        kind: DaemonSet
        metadata: { name: dns, namespace: kube-system }
        spec:
          updateStrategy:
            rollingUpdate: { maxUnavailable: 10% }
          selector: { matchLabels: { app: dns } }
          template:
            metadata: { labels: { app: dns } }
            spec:
              containers:
                - name: dns
                  image: example.com/dns:1.11.0
      `,
    },
  ],

  target: "workload",
  *check(workload, { graph, options }) {
    const strategy = workload.resource.spec.get("updateStrategy");
    const field = strategy.get("rollingUpdate", "maxUnavailable");
    if (workload.kind !== "DaemonSet" || strategy.get("type").scalar === "OnDelete" || !isLimit(field)) return;
    // A number says nothing: the nodes are not known.
    const percent = Number(field.string?.replace("%", "") ?? Number.NaN);
    if (!(percent > Number(options.percent))) return;
    const service = clientServicesOf(workload, graph)[0];
    const isSystem = graph.namespaceOf(workload.resource) === "kube-system";
    if (service === undefined && !isSystem) return;
    const { unavailable } = daemonSetFenceposts(NODES, { maxUnavailable: field.scalar });
    yield {
      at: field,
      message: `maxUnavailable ${percent} % stops the pods of ${unavailable} nodes of ${NODES} at once${service === undefined ? "" : `, which Service "${service.name ?? "?"}" sends traffic to`}`,
      help: "10 % still updates ten nodes in ten steps, and leaves the others working when the new version does not start",
      ...(service === undefined
        ? {}
        : { related: [{ at: service.selectorField, message: "the traffic comes from here" }] }),
    };
  },
});
