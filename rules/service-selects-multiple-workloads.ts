import { isMadeForMetrics } from "../src/graph/exposure.ts";
import type { PortResolution } from "../src/graph/graph.ts";
import { answerAlike, sharesOf } from "../src/graph/releases.ts";
import { isSameProgram } from "../src/kubernetes/release.ts";
import type { Workload } from "../src/kubernetes/workload.ts";
import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "service-selects-multiple-workloads",
  summary: "A Service's selector selects the pods of several workloads",
  why: `Every ready pod with these labels is an endpoint, whoever made it, and requests are spread over all of them. For releases of one program that
    is a canary, with a share of the traffic that follows from the replica counts. For different programs it sends requests to the wrong one.`,
  severity: "warning",
  severities: {
    warning: "when the workloads run different images",
    info: "when they run the same image: a canary, or shards of one program",
  },
  presets: ["recommended"],
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/concepts/workloads/management/#canary-deployments",
    "pkg/controller/endpointslice: Controller.syncService",
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
                  ports: [{ containerPort: 8080 }]
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: db }
        spec:
          selector: { matchLabels: { app: shop } }
          template:
            metadata: { labels: { app: shop } }
            spec:
              containers:
                - name: db
                  image: postgres:17.2
                  ports: [{ containerPort: 5432 }]
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: api }
        spec:
          selector: { app: shop }
         #^^^^^^^^ Service "api" spreads its requests over Deployment "api" and Deployment "db", which run different images; Deployment "db" does not declare port 8080
          ports: [{ port: 80, targetPort: 8080 }]
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
                  ports: [{ containerPort: 8080 }]
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: db }
        spec:
          selector: { matchLabels: { app: shop, component: db } }
          template:
            metadata: { labels: { app: shop, component: db } }
            spec:
              containers:
                - name: db
                  image: postgres:17.2
                  ports: [{ containerPort: 5432 }]
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: api }
        spec:
          selector: { app: shop, component: api }
          ports: [{ port: 80, targetPort: 8080 }]
      `,
    },
  ],

  target: "service",
  *check(service, { graph }) {
    const { workloads, reach, uncertain } = graph.selectionOf(service);
    const [first, ...others] = workloads;
    // A headless Service lists peers; who asks for single pods by name means them.
    if (first === undefined || others.length === 0 || uncertain || service.isHeadless) return;
    if (reach !== "file" && reach !== "directory") return;
    // Of one name twice, only one is deployed.
    if (new Set(workloads.map(({ title }) => title)).size < workloads.length) return;
    const stranger = others.find(other => !isSameProgram(first, other));
    const title = `Service "${service.name ?? "?"}"`;
    const place = { at: service.selectorField, related: relatedTo(workloads) };
    if (stranger === undefined || answerAlike(graph.portsOf(service))) {
      const message = `${title} selects ${listOf(workloads)}, which run the same image${sharesOf(workloads, graph)}`;
      const help = "as in a canary, the share of each follows from its number of ready pods";
      yield { ...place, message, help, severity: "info" };
      return;
    }
    const lost = lostOn(graph.portsOf(service), workloads);
    yield {
      ...place,
      message: `${title} spreads its requests over ${listOf(workloads)}, which run different images${lost}`,
      help: "select by a label that only the pods that are meant carry",
      ...(isMadeForMetrics(service) ? { severity: "info" as const, strict: true } : {}),
    };
  },
});

function listOf(workloads: readonly Workload[]): string {
  const titles = workloads.map(({ title }) => title);
  const shown = titles.length > 3 ? [...titles.slice(0, 3), `${titles.length - 3} more`] : titles;
  return `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}

/** The first port that one workload declares and another, which declares ports too, does not. */
function lostOn(ports: readonly PortResolution[], workloads: readonly Workload[]): string {
  for (const { port, targets } of ports) {
    const without = targets.find(
      ({ declared, workload }) => declared === undefined && workload.appContainers.some(each => each.ports.length > 0),
    );
    if (without !== undefined && targets.some(({ declared }) => declared !== undefined))
      return `; ${without.workload.title} does not declare port ${port.targetPort}`;
  }
  return workloads.some(({ kind }) => kind === "Job" || kind === "CronJob") ? ", one of them only for a time" : "";
}

function relatedTo(workloads: readonly Workload[]) {
  return workloads.slice(0, 4).map(workload => ({
    at: workload.template.get("metadata", "labels"),
    message: `the labels of ${workload.title}`,
  }));
}
