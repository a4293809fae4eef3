import type { Graph } from "../src/graph/graph.ts";
import { gravityOf, isMisspelt, standNear } from "../src/graph/proof.ts";
import type { Service } from "../src/kubernetes/service.ts";
import type { Workload } from "../src/kubernetes/workload.ts";
import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "statefulset-service-missing",
  summary: "A StatefulSet's serviceName means no headless Service of its pods",
  why: `The pods of a StatefulSet get names of their own in DNS (db-0.db) through the Service that serviceName means: it has to exist, to select them, and to be
    headless. Otherwise these names do not resolve, and members that look for each other by name find nobody.`,
  severity: "warning",
  severities: {
    error: "when the whole application is there and a Service of nearly that name with it",
    warning: "when there is no such Service, or it selects other pods",
    info: "when the Service may come from somewhere else, is not headless, or none is named",
  },
  presets: ["recommended"],
  fix: "unsafe",
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#stable-network-id",
    "staging/src/k8s.io/endpointslice: ShouldSetHostname",
  ],
  absence: true,
  examples: [
    {
      bad: yaml`
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: { name: db }
        spec:
          serviceName: bd
          #            ^^ StatefulSet "db" names Service "bd", which is not there; did you mean "db"?
          selector: { matchLabels: { app: db } }
          template:
            metadata: { labels: { app: db } }
            spec:
              containers:
                - name: db
                  image: example.com/db:1.4.0
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: db }
        spec:
          clusterIP: None
          selector: { app: db }
          ports: [{ port: 5432 }]
      `,
      good: yaml`
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: { name: db }
        spec:
          serviceName: db
          selector: { matchLabels: { app: db } }
          template:
            metadata: { labels: { app: db } }
            spec:
              containers:
                - name: db
                  image: example.com/db:1.4.0
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: db }
        spec:
          clusterIP: None
          selector: { app: db }
          ports: [{ port: 5432 }]
      `,
    },
  ],

  target: "workload",
  *check(workload, { graph }) {
    const field = workload.resource.spec.get("serviceName");
    const name = field.string;
    if (workload.resource.groupKind !== "apps/StatefulSet" || field.isUnknown) return;
    if (name === undefined || name === "") {
      if (!field.exists || name === "") yield unnamed(workload);
      return;
    }
    const services = graph.find("/Service", name, workload.resource).flatMap(found => graph.serviceOf(found) ?? []);
    const [service] = services;
    if (service === undefined) return yield* missing(workload, name, graph);
    if (services.length > 1 || !graph.sameApplication(service.resource, workload.resource)) return;
    const { workloads, uncertain } = graph.selectionOf(service);
    // Of a Service that selects nothing at all speaks service-selects-nothing.
    if (uncertain || (workloads.length === 0 && service.selector !== undefined)) return;
    if (!workloads.includes(workload) && service.selector !== undefined) yield unselected(workload, service);
    else if (!service.isHeadless) yield notHeadless(workload, service);
  },
});

function unnamed({ resource, title }: Workload) {
  return {
    at: resource.spec,
    message: `${title} has no serviceName: its pods get no names of their own in DNS`,
    severity: "info" as const,
    strict: true,
  };
}

function* missing(workload: Workload, name: string, graph: Graph) {
  const { resource, title } = workload;
  // Read back from a cluster: an operator made it, and the Service, too.
  if (resource.metadata.get("ownerReferences").items().length > 0) return;
  const field = resource.spec.get("serviceName");
  const reference = graph.referencesOf(resource).find(each => each.reference.field.node === field.node);
  if (reference?.excuse !== undefined) return;
  const near = graph.nearestName("/Service", name, resource);
  const meant = near?.candidate.name;
  const isSlip =
    near !== undefined && meant !== undefined && standNear(near.candidate, resource) && isMisspelt(name, meant);
  const isBeside = isSlip && graph.sameApplication(near.candidate, resource);
  yield {
    at: field,
    message: `${title} names Service "${name}", which is not there${isSlip ? `; did you mean "${meant}"?` : ""}`,
    help: `without it "${resource.name ?? "?"}-0.${name}" does not resolve`,
    ...gravityOf(graph.completeness("/Service", resource), isBeside),
    ...(isSlip && near !== undefined
      ? {
          related: [{ at: near.at, message: "this Service is there" }],
          fixes: [{ title: `write ${meant}`, safety: "unsafe" as const, changes: [{ set: field, to: meant }] }],
        }
      : {}),
  };
}

function unselected({ resource, title }: Workload, { name, selectorField }: Service) {
  return {
    at: resource.spec.get("serviceName"),
    message: `Service "${name ?? "?"}" does not select the pods of ${title}: they get no names of their own in DNS`,
    help: "the Service that serviceName means has to select the StatefulSet's pods",
    related: [{ at: selectorField, message: "what it selects" }],
  };
}

function notHeadless({ resource, title }: Workload, service: Service) {
  const { name } = service;
  return {
    at: resource.spec.get("serviceName"),
    message: `Service "${name ?? "?"}" is not headless: the pods of ${title} get no names of their own in DNS`,
    help: `clusterIP: None makes names like "${resource.name ?? "?"}-0.${name ?? "?"}" resolve`,
    related: [{ at: service.resource.nameField, message: "this Service has an address of its own" }],
    severity: "info" as const,
  };
}
