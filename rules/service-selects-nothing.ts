import { isCarriedByMesh } from "../src/graph/endpoints.ts";
import type { NearMiss } from "../src/graph/graph.ts";
import { completenessOfPods, gravityOf, isSlip, missesOf, standNear } from "../src/graph/proof.ts";
import { pairsSelector } from "../src/kubernetes/selector.ts";
import type { Service } from "../src/kubernetes/service.ts";
import type { Workload } from "../src/kubernetes/workload.ts";
import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "service-selects-nothing",
  summary: "A Service's selector matches the labels of no pod template",
  why: `The endpoints controller lists the pods of the Service's namespace that carry every pair of its selector. None does, so the Service has
    no endpoints: its name resolves, and every connection to it fails. No component reports that as an error.`,
  severity: "warning",
  severities: {
    error: "when the whole application is there and one of its workloads nearly matches",
    warning: "when a workload beside it nearly matches, or the whole application is there",
    info: "when the pods may come from somewhere else",
  },
  presets: ["recommended"],
  fix: "unsafe",
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/concepts/services-networking/service/#services-in-kubernetes",
    "pkg/controller/endpointslice: Controller.syncService",
  ],
  absence: true,
  examples: [
    {
      bad: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          selector: { matchLabels: { app: web, tier: front } }
          template:
            metadata: { labels: { app: web, tier: front } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          selector: { app: wbe, tier: front }
          #                ^^^ Service "web" selects no pod; nearest is Deployment "web": its label "app" is "web", not "wbe"
          ports: [{ port: 80, targetPort: 8080 }]
      `,
      good: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          selector: { matchLabels: { app: web, tier: front } }
          template:
            metadata: { labels: { app: web, tier: front } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          selector: { app: web, tier: front }
          ports: [{ port: 80, targetPort: 8080 }]
      `,
    },
  ],

  target: "service",
  *check(service, { graph }) {
    const selector = service.isExternalName ? undefined : pairsSelector(service.selectorField);
    if (selector === undefined || selector.unknown) return;
    const { workloads, uncertain } = graph.selectionOf(service);
    if (workloads.length > 0 || uncertain || isCarriedByMesh(service, graph)) return;
    const nearest = graph.nearestOf(service);
    const near = nearest && standNear(nearest.candidate.resource, service.resource) ? nearest : undefined;
    const isBeside = near !== undefined && graph.sameApplication(near.candidate.resource, service.resource);
    // Where the pods are in another namespace, service-namespace-mismatch says so.
    if (!isBeside && graph.elsewhereOf(service).length > 0) return;
    const culprit = near && missesOf(selector, near.candidate)[0];
    const routes = graph.routesTo(service).slice(0, 3);
    yield {
      at: culprit?.field ?? service.selectorField,
      message: `Service "${service.name ?? "?"}" selects no pod${near === undefined ? ": no workload here has these labels" : `; nearest is ${near.candidate.title}: ${near.difference}`}`,
      help: "without endpoints every connection to the Service fails",
      ...gravityOf(
        completenessOfPods(graph, service.resource),
        isBeside && (near.candidate.resource.name === service.name || isSlip(selector, near.candidate)),
      ),
      related: [
        ...(near === undefined ? [] : [{ at: near.at, message: "the pods' labels" }]),
        ...routes.map(route => ({ at: route.nameField, message: `${route.kind} "${route.name ?? "?"}" leads here` })),
      ],
      ...(near === undefined ? {} : fixesOf(service, near)),
    };
  },
});

/** Where one pair alone differs, it is written as the pods have it. */
function fixesOf(service: Service, { candidate, at }: NearMiss<Workload>) {
  const selector = pairsSelector(service.selectorField);
  const [miss, ...others] = selector === undefined ? [] : missesOf(selector, candidate);
  const value = at.string;
  if (miss === undefined || others.length > 0 || value === undefined) return {};
  const isKey = at.key !== miss.key;
  if (isKey && value !== miss.values[0]) return {};
  const change = isKey ? { rename: miss.field, to: String(at.key) } : { set: miss.field, to: value };
  return { fixes: [{ title: `select ${at.key}: ${value}`, safety: "unsafe" as const, changes: [change] }] };
}
