import type { NearMiss } from "../src/graph/graph.ts";
import { completenessOfPods, gravityOf } from "../src/graph/proof.ts";
import { pairsSelector, type Requirement } from "../src/kubernetes/selector.ts";
import type { Service } from "../src/kubernetes/service.ts";
import type { Workload } from "../src/kubernetes/workload.ts";
import { nearestTo } from "../src/nearest.ts";
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
    if (workloads.length > 0 || uncertain) return;
    const near = graph.nearestOf(service);
    const isBeside = near !== undefined && graph.sameApplication(near.candidate.resource, service.resource);
    // Where the pods are in another namespace, service-namespace-mismatch says so.
    if (!isBeside && graph.elsewhereOf(service).length > 0) return;
    const culprit = near && culpritOf(selector.requirements, near.candidate);
    const routes = graph.routesTo(service).slice(0, 3);
    yield {
      at: culprit?.field ?? service.selectorField,
      message: `Service "${service.name ?? "?"}" selects no pod${near === undefined ? ": no workload here has these labels" : `; nearest is ${near.candidate.title}: ${near.difference}`}`,
      help: "without endpoints every connection to the Service fails",
      ...gravityOf(
        completenessOfPods(graph, service.resource),
        isBeside && isSlip(selector.requirements, near.candidate, service),
      ),
      related: [
        ...(near === undefined ? [] : [{ at: near.at, message: "the pods' labels" }]),
        ...routes.map(route => ({ at: route.nameField, message: `${route.kind} "${route.name ?? "?"}" leads here` })),
      ],
      ...(near === undefined ? {} : fixesOf(service, near)),
    };
  },
});

function misses(requirements: readonly Requirement[], { podLabels }: Workload): Requirement[] {
  return requirements.filter(({ key, values }) => podLabels.get(key) !== values[0]);
}

function culpritOf(requirements: readonly Requirement[], workload: Workload): Requirement | undefined {
  return misses(requirements, workload)[0];
}

/** The words differ as misspelt ones do, or Service and workload go by one name: this workload was meant. */
function isSlip(requirements: readonly Requirement[], workload: Workload, service: Service): boolean {
  if (workload.resource.name === service.name) return true;
  return misses(requirements, workload).every(({ key, values: [value = ""] }) => {
    const there = workload.podLabels.get(key);
    if (there !== undefined) return nearestTo(value, [there]) !== undefined;
    return [...workload.podLabels.values()].includes(value) || workload.resource.labels.get(key) === value;
  });
}

/** Where one pair alone differs, it is written as the pods have it. */
function fixesOf(service: Service, { candidate, at }: NearMiss<Workload>) {
  const selector = pairsSelector(service.selectorField);
  const [miss, ...others] = misses(selector?.requirements ?? [], candidate);
  const value = at.string;
  if (miss === undefined || others.length > 0 || value === undefined) return {};
  const isKey = at.key !== miss.key;
  if (isKey && value !== miss.values[0]) return {};
  const change = isKey ? { rename: miss.field, to: String(at.key) } : { set: miss.field, to: value };
  return { fixes: [{ title: `select ${at.key}: ${value}`, safety: "unsafe" as const, changes: [change] }] };
}
