import type { Graph } from "../src/graph/graph.ts";
import type { Workload } from "../src/kubernetes/workload.ts";
import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "selector-overlap",
  summary: "A workload's selector selects the pods of another workload, too",
  why: `Controllers find their pods by label and keep those they own. With equal selectors they still take up each other's orphans, count each other's
    pods, and an autoscaler, a disruption budget or kubectl that goes by the selector works on both at once.`,
  severity: "warning",
  severities: {
    warning: "when two workloads of one kind select each other's pods",
    info: "when only one selects the other's, or they are of different kinds",
  },
  presets: ["recommended"],
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#selector",
    "pkg/controller: BaseControllerRefManager.ClaimObject",
    "pkg/controller/podautoscaler: HorizontalController.computeReplicasForMetrics",
  ],
  examples: [
    {
      bad: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: api }
        spec:
          selector: { matchLabels: { app: shop } }
          template:
            metadata: { labels: { app: shop } }
            spec:
              containers:
                - name: api
                  image: example.com/api:1.4.0
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: worker }
        spec:
          selector: { matchLabels: { app: shop } }
         #^^^^^^^^ the selector of Deployment "worker" selects the pods of Deployment "api", too, and the other way round
          template:
            metadata: { labels: { app: shop } }
            spec:
              containers:
                - name: worker
                  image: example.com/worker:1.4.0
      `,
      good: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: api }
        spec:
          selector: { matchLabels: { app: shop, component: api } }
          template:
            metadata: { labels: { app: shop, component: api } }
            spec:
              containers:
                - name: api
                  image: example.com/api:1.4.0
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: worker }
        spec:
          selector: { matchLabels: { app: shop, component: worker } }
          template:
            metadata: { labels: { app: shop, component: worker } }
            spec:
              containers:
                - name: worker
                  image: example.com/worker:1.4.0
      `,
    },
  ],

  target: "workload",
  *check(workload, { graph }) {
    // A Job's own selector carries an id that nobody else has.
    if (!workload.isLongRunning || workload.hasUnknownLabels || isOwned(workload)) return;
    for (const other of graph.overlapsOf(workload).slice(0, COMPARED)) {
      if (!other.isLongRunning || other.kind === "Pod" || isOwned(other) || isSameObject(workload, other, graph))
        continue;
      const mutual = graph.overlapsOf(other).includes(workload);
      // One finding for the two of them, at the one that comes second by its name.
      if (mutual && isBefore(workload, other)) continue;
      const alike = mutual && workload.kind === other.kind;
      yield {
        at: selectorOf(workload),
        message: `the selector of ${workload.title} selects the pods of ${other.title}, too${mutual ? ", and the other way round" : ""}`,
        help: "autoscalers, budgets and kubectl that go by this selector work on both; orphaned pods go to either",
        related: [{ at: other.template.get("metadata", "labels"), message: `the labels of ${other.title}` }],
        ...(alike ? {} : { severity: "info" as const, strict: true }),
      };
      return;
    }
  },
});

/** Workloads looked at in turn: of thousands with equal labels the first few tell enough. */
const COMPARED = 8;

function selectorOf({ resource }: Workload) {
  return resource.spec.get("selector");
}

/** Read back from a cluster: its controller has given it a hash that tells it apart. */
function isOwned({ resource }: Workload): boolean {
  return resource.metadata.get("ownerReferences").items().length > 0;
}

/** Defined twice: duplicate-object speaks about that. */
function isSameObject(a: Workload, b: Workload, graph: Graph): boolean {
  return graph.duplicatesOf(a.resource).includes(b.resource);
}

function isBefore(a: Workload, b: Workload): boolean {
  const [left, right] = [`${a.resource.name}/${a.kind}`, `${b.resource.name}/${b.kind}`];
  return left < right;
}
