import type { Field } from "../src/field.ts";
import type { Graph } from "../src/graph/graph.ts";
import { completenessOfPods, gravityOf, isSlip, missesOf } from "../src/graph/proof.ts";
import type { Resource } from "../src/kubernetes/resource.ts";
import { labelSelector } from "../src/kubernetes/selector.ts";
import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "networkpolicy-selects-nothing",
  summary: "A NetworkPolicy's pod selector selects no pod",
  why: `A policy isolates the pods that its podSelector selects, and admits those its peers select. A selector that selects nobody changes nothing: pods that
    were to be protected stay open, and peers that were to be admitted stay shut out. No component reports it.`,
  severity: "warning",
  severities: {
    warning: "when a workload of the application was meant",
    info: "when the pods may come from somewhere else, and for peers",
  },
  presets: ["recommended"],
  since: "0.1.0",
  references: ["https://kubernetes.io/docs/concepts/services-networking/network-policies/"],
  absence: true,
  examples: [
    {
      bad: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: db }
        spec:
          selector: { matchLabels: { app: db } }
          template:
            metadata: { labels: { app: db } }
            spec:
              containers:
                - name: db
                  image: example.com/db:1.4.0
        ---
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: { name: db }
        spec:
          podSelector: { matchLabels: { app: bd } }
          #                                  ^^ NetworkPolicy "db" selects no pod; nearest is Deployment "db": its label "app" is "db", not "bd"
          policyTypes: [Ingress]
          ingress:
            - from:
                - podSelector: { matchLabels: { app: web } }
      `,
      good: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: db }
        spec:
          selector: { matchLabels: { app: db } }
          template:
            metadata: { labels: { app: db } }
            spec:
              containers:
                - name: db
                  image: example.com/db:1.4.0
        ---
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: { name: db }
        spec:
          podSelector: { matchLabels: { app: db } }
          policyTypes: [Ingress]
          ingress:
            - from:
                - podSelector: { matchLabels: { app: web } }
      `,
    },
  ],

  target: "resource",
  *check(resource, { graph }) {
    if (resource.groupKind !== "networking.k8s.io/NetworkPolicy") return;
    yield* judge(resource.spec.get("podSelector"), "podSelector", resource, graph);
    for (const peer of peersOf(resource)) {
      // Pods of other namespaces may well be nobody's here.
      if (peer.get("namespaceSelector").exists) continue;
      for (const finding of judge(peer.get("podSelector"), "peer", resource, graph)) {
        if (finding.severity === "info") yield { ...finding, strict: true };
        else yield finding;
      }
    }
  },
});

function peersOf({ spec }: Resource): Field[] {
  const rules = [...spec.get("ingress").items(), ...spec.get("egress").items()];
  return rules.flatMap(rule => [...rule.get("from").items(), ...rule.get("to").items()]);
}

function* judge(field: Field, role: "podSelector" | "peer", resource: Resource, graph: Graph) {
  const selector = labelSelector(field);
  if (selector === undefined || selector.unknown || selector.requirements.length === 0) return;
  const { workloads, uncertain, operator } = graph.select(selector, resource);
  if (workloads.length > 0 || uncertain || operator !== undefined) return;
  const near = graph.nearestTo(selector, resource);
  const isBeside =
    near !== undefined && graph.sameApplication(near.candidate.resource, resource) && isSlip(selector, near.candidate);
  const { severity, strict } = gravityOf(completenessOfPods(graph, resource), isBeside);
  const shown = isBeside ? near : undefined;
  const culprit = shown && missesOf(selector, shown.candidate)[0];
  yield {
    at: culprit?.field ?? field,
    message: `${role === "peer" ? `a peer of NetworkPolicy "${resource.name ?? "?"}"` : `NetworkPolicy "${resource.name ?? "?"}"`} selects no pod${shown === undefined ? ": no workload here has these labels" : `; nearest is ${shown.candidate.title}: ${shown.difference}`}`,
    help: role === "peer" ? "nobody is admitted by it" : "the pods it was meant for stay open to everybody",
    severity: isBeside && severity !== "info" ? ("warning" as const) : ("info" as const),
    strict: strict || !isBeside,
    related: shown === undefined ? [] : [{ at: shown.at, message: "the pods' labels" }],
  };
}
