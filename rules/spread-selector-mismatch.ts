import type { Graph } from "../src/graph/graph.ts";
import { type PlacementTerm, selectsOwnPods, spreadTermsOf } from "../src/kubernetes/placement.ts";
import { labelsOf, type Requirement, type Selector, satisfies } from "../src/kubernetes/selector.ts";
import type { Workload } from "../src/kubernetes/workload.ts";
import { defineRule, type Finding, yaml } from "../src/rule.ts";

/** Labels that controllers give their pods, which no template shows. */
const ADDED =
  /^(pod-template-hash|controller-revision-hash|pod-template-generation|controller-uid|job-name|batch\.kubernetes\.io\/.*|statefulset\.kubernetes\.io\/pod-name|apps\.kubernetes\.io\/pod-index|rollouts-pod-template-hash)$/;

export default defineRule({
  id: "spread-selector-mismatch",
  summary: "A rule that is to spread pods does not select the pods it stands in",
  why: `A topology spread constraint counts the pods that its labelSelector selects, and an anti-affinity keeps away from them. When the
    selector does not match the pod's own labels the count is the same on every node: nothing is spread, without a word.`,
  severity: "warning",
  severities: { info: "a mere preference of an anti-affinity" },
  presets: ["recommended"],
  fix: "unsafe",
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/",
    "pkg/scheduler/framework/plugins/podtopologyspread: filterTopologySpreadConstraints",
  ],
  examples: [
    {
      bad: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          replicas: 3
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              topologySpreadConstraints:
                - maxSkew: 1
                  topologyKey: kubernetes.io/hostname
                  whenUnsatisfiable: DoNotSchedule
                  labelSelector:
                    matchLabels: { app: webserver }
                    #                   ^^^^^^^^^ topologySpreadConstraint selects pods with app "webserver", but the pods of Deployment "web" have "web": it spreads nothing
              containers:
                - name: web
                  image: example.com/web:1.4.0
      `,
      good: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          replicas: 3
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              topologySpreadConstraints:
                - maxSkew: 1
                  topologyKey: kubernetes.io/hostname
                  whenUnsatisfiable: DoNotSchedule
                  labelSelector:
                    matchLabels: { app: web }
              containers:
                - name: web
                  image: example.com/web:1.4.0
      `,
    },
  ],

  target: "workload",
  *check(workload, { graph }) {
    // Without any label the workload is a part of one, which other rules speak about.
    if (workload.hasUnknownLabels || workload.podLabels.size === 0) return;
    for (const term of spreadTermsOf(workload)) {
      const { selector } = term;
      // The API server itself warns of a selector that is not there.
      if (selector === undefined || selector.unknown || selectsOwnPods(selector, workload)) continue;
      if (selector.requirements.some(({ key }) => ADDED.test(key)) || isAboutOthers(term, selector, workload, graph))
        continue;
      const own = labelsOf(workload.template.get("metadata", "labels"));
      const culprit = selector.requirements.find(requirement => !satisfies(requirement, own));
      if (culprit !== undefined) yield finding(term, culprit, own.get(culprit.key), workload);
    }
  },
});

/** An anti-affinity may well be about other pods: then they are there, or may be where nobody looked. */
function isAboutOthers({ kind, field }: PlacementTerm, selector: Selector, workload: Workload, graph: Graph): boolean {
  if (kind !== "podAntiAffinity") return false;
  if (field.get("namespaces").exists || field.get("namespaceSelector").exists) return true;
  if (graph.completeness(workload.resource.groupKind, workload.resource) === "unknown") return true;
  const { workloads, uncertain } = graph.select(selector, workload.resource);
  return uncertain || workloads.length > 0;
}

function finding(term: PlacementTerm, culprit: Requirement, own: string | undefined, workload: Workload): Finding {
  const text = `${culprit.key} ${culprit.operator === "In" ? `"${culprit.values.join('", "')}"` : culprit.operator}`;
  const isPair = culprit.operator === "In" && culprit.field.string !== undefined;
  const labels = workload.template.get("metadata", "labels");
  return {
    at: culprit.field,
    message: `${term.kind} selects pods with ${text}, but the pods of ${workload.title} have ${own === undefined ? "no such label" : `"${own}"`}: it spreads nothing`,
    ...(term.kind === "podAntiAffinity" && !term.isRequired ? { severity: "info" as const } : {}),
    help: "the labelSelector has to match the labels of the pod template it stands in",
    related: [{ at: own === undefined ? labels : labels.get(culprit.key), message: "the pods' own labels" }],
    ...(isPair && own !== undefined
      ? { fixes: [{ title: `select "${own}"`, safety: "unsafe" as const, changes: [{ set: culprit.field, to: own }] }] }
      : {}),
  };
}
