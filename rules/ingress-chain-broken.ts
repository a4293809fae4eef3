import type { Graph } from "../src/graph/graph.ts";
import type { Service } from "../src/kubernetes/service.ts";
import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "ingress-chain-broken",
  summary: "An Ingress leads to a Service behind which no pod can be",
  why: `The way of a request is Ingress, Service, port, pod. The Ingress and its Service are there, but the Service selects no pod, or no pod declares the
    port it means, so every request ends with an error of the controller. The cause is told at the Service; this tells whom it hits.`,
  severity: "error",
  presets: ["strict"],
  since: "0.1.0",
  references: ["https://kubernetes.io/docs/concepts/services-networking/ingress/"],
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
                  ports: [{ name: http, containerPort: 8080 }]
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          selector: { app: web }
          ports: [{ port: 80, targetPort: htpp }]
        ---
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: { name: shop }
        spec:
          rules:
            - host: shop.example.com
              http:
                paths:
                  - path: /
                    pathType: Prefix
                    backend:
                      service: { name: web, port: { number: 80 } }
                      #                ^^^ no request gets through: Ingress "shop" -> Service "web" -> no port "htpp" in any pod
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
                  ports: [{ name: http, containerPort: 8080 }]
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          selector: { app: web }
          ports: [{ port: 80, targetPort: http }]
        ---
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: { name: shop }
        spec:
          rules:
            - host: shop.example.com
              http:
                paths:
                  - path: /
                    pathType: Prefix
                    backend:
                      service: { name: web, port: { number: 80 } }
      `,
    },
  ],

  target: "resource",
  *check(resource, { graph }) {
    if (!ROUTES.has(resource.kind)) return;
    for (const { reference, targets, port } of graph.referencesOf(resource)) {
      const services = targets.flatMap(target => graph.serviceOf(target) ?? []);
      const [service] = services;
      if (service === undefined || services.length > 1 || !graph.sameApplication(resource, service.resource)) continue;
      const end = brokenAt(service, port?.port?.field.key, graph);
      if (end === undefined) continue;
      yield {
        at: reference.field,
        message: `no request gets through: ${resource.kind} "${resource.name ?? "?"}" -> Service "${service.name ?? "?"}" -> ${end}`,
        help: "mend the Service's end of the chain; the route itself is right",
        related: [{ at: service.selectorField, message: "the chain breaks here" }],
      };
    }
  },
});

const ROUTES = new Set(["Ingress", "HTTPRoute", "GRPCRoute", "TCPRoute", "TLSRoute", "UDPRoute", "Route"]);

/** What stands where pods are expected; undefined while something may answer. `index` is the Service port that is asked for. */
function brokenAt(service: Service, index: string | number | undefined, graph: Graph): string | undefined {
  if (service.isExternalName || service.selector === undefined) return undefined;
  const { workloads, uncertain } = graph.selectionOf(service);
  if (uncertain) return undefined;
  // Nothing selected proves something only where a workload beside it was meant.
  if (workloads.length === 0) return graph.nearestOf(service) === undefined ? undefined : "no pod";
  const ports = graph.portsOf(service).filter(({ port }) => index === undefined || port.field.key === index);
  const dead = ports.find(({ targets }) => targets.length > 0 && targets.every(({ fault }) => fault !== undefined));
  return dead === undefined || ports.length > 1 ? undefined : `no port "${dead.port.targetPort}" in any pod`;
}
