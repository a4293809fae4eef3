import type { Elsewhere, Graph } from "../src/graph/graph.ts";
import { isMisspelt } from "../src/graph/proof.ts";
import type { Service } from "../src/kubernetes/service.ts";
import { defineRule, type Finding, yaml } from "../src/rule.ts";

export default defineRule({
  id: "service-namespace-mismatch",
  summary: "A Service's selector matches pods of another namespace only",
  why: `A selector looks at the pods of the Service's own namespace and at no others. The pods with these labels are created in another one, so the
    Service has no endpoints. Often one of the two leaves its namespace out and goes wherever kubectl happens to point.`,
  severity: "error",
  severities: {
    error: "when both name their namespace",
    info: "when one of them leaves it to whoever applies it, or the pods belong to another application",
  },
  presets: ["recommended"],
  fix: "unsafe",
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/concepts/services-networking/service/",
    "pkg/controller/endpointslice: Controller.syncService",
  ],
  absence: true,
  examples: [
    {
      bad: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web, namespace: shop }
        spec:
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: web, namespace: default }
        #                                 ^^^^^^^ Service "web" is in namespace "default", the pods it selects are in "shop" (Deployment "web")
        spec:
          selector: { app: web }
          ports: [{ port: 80, targetPort: 8080 }]
      `,
      good: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web, namespace: shop }
        spec:
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: web, namespace: shop }
        spec:
          selector: { app: web }
          ports: [{ port: 80, targetPort: 8080 }]
      `,
    },
  ],

  target: "service",
  *check(service, { graph }) {
    const { workloads, uncertain, operator } = graph.selectionOf(service);
    if (workloads.length > 0 || service.selector === undefined) return;
    if (service.resource.metadata.get("namespace").isUnknown) return;
    if (uncertain && operator === undefined) return;
    // A workload beside it that nearly fits is the likelier meaning: service-selects-nothing names it.
    const miss = graph.nearestOf(service);
    if (miss !== undefined && graph.sameApplication(miss.candidate.resource, service.resource)) return;
    const found = graph.elsewhereOf(service);
    const near = found.filter(({ workload }) => graph.sameApplication(workload.resource, service.resource));
    const first = likeliest(near.length > 0 ? near : found, graph.namespaceOf(service.resource));
    // An operator may make the pods, unless those of the application fit to the letter.
    if (first === undefined || (operator !== undefined && near.length === 0)) return;
    yield mismatch(service, first, { near: near.length > 0, graph });
  },
});

function mismatch(service: Service, first: Elsewhere, { near, graph }: { near: boolean; graph: Graph }): Finding {
  const { resource } = service;
  const written = resource.root.get("metadata", "namespace");
  return {
    at: written.exists ? written : resource.nameField,
    message: `Service "${service.name ?? "?"}" is in namespace "${graph.namespaceOf(resource)}", the pods it selects are in "${first.namespace}" (${first.workload.title})${omission(first, resource.namespace)}`,
    help: "a selector finds pods of its own namespace only, so the Service has no endpoints",
    related: [
      { at: placeOf(first), message: `${first.workload.title} is in namespace "${first.namespace}"` },
      ...graph
        .routesTo(service)
        .slice(0, 3)
        .map(route => ({ at: route.nameField, message: "leads here" })),
    ],
    ...severityOf(first, near),
    ...(written.exists && resource.namespace !== undefined && !first.omitted
      ? {
          fixes: [
            {
              title: `write namespace: ${first.namespace}`,
              safety: "unsafe",
              changes: [{ set: written, to: first.namespace }],
            },
          ],
        }
      : {}),
  };
}

/** A namespace that is misspelt, before others; then by name, wherever the workloads stand. */
function likeliest(found: readonly Elsewhere[], namespace: string): Elsewhere | undefined {
  const rank = (each: Elsewhere) =>
    `${isMisspelt(namespace, each.namespace) ? 0 : 1} ${each.namespace} ${each.workload.title}`;
  return found.slice(0, 64).sort((a, b) => (rank(a) < rank(b) ? -1 : 1))[0];
}

function placeOf({ workload }: Elsewhere) {
  const written = workload.resource.metadata.get("namespace");
  return written.exists ? written : workload.resource.nameField;
}

function omission({ omitted }: Elsewhere, own: string | undefined): string {
  if (!omitted) return "";
  return own === undefined ? "; the Service names no namespace" : "; the workload names no namespace";
}

function severityOf({ omitted }: Elsewhere, near: boolean) {
  if (!near) return { severity: "info" as const, strict: true };
  // Whoever applies them may name the namespace: kubectl -n, a kustomization, a chart.
  return omitted ? { severity: "info" as const } : {};
}
