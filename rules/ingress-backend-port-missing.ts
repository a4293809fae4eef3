import type { Graph, ResolvedReference } from "../src/graph/graph.ts";
import type { Reference } from "../src/graph/read-references.ts";
import { routePort } from "../src/graph/resolve.ts";
import type { Service, ServicePort } from "../src/kubernetes/service.ts";
import { nearestTo } from "../src/nearest.ts";
import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "ingress-backend-port-missing",
  summary: "An Ingress or another route names a port that its Service does not have",
  why: `A route names a port of the Service, by name or number; the container's port is the Service's business (targetPort). Where the Service has no
    such port, the controller finds no endpoints for the backend and answers with an error of its own.`,
  severity: "error",
  severities: {
    error: "when both stand in one application",
    warning: "for a host of a service mesh",
    info: "when the Service stands elsewhere",
  },
  presets: ["recommended"],
  fix: "unsafe",
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/reference/kubernetes-api/service-resources/ingress-v1/#IngressBackend",
    "https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports",
  ],
  examples: [
    {
      bad: yaml`
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          selector: { app: web }
          ports: [{ name: http, port: 80, targetPort: 8080 }]
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
                      service: { name: web, port: { number: 8080 } }
                      #                                     ^^^^ Service "web" has no port 8080: 8080 is the targetPort, its port is 80
      `,
      good: yaml`
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          selector: { app: web }
          ports: [{ name: http, port: 80, targetPort: 8080 }]
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
    for (const resolved of graph.referencesOf(resource)) {
      const { port: field } = resolved.reference;
      const services = servicesIn(resolved, graph);
      const [service] = services;
      if (field === undefined || service === undefined) continue;
      // The load balancer controller takes an annotation for this port.
      if (field.scalar === "use-annotation") continue;
      const asked = services.map(each => routePort(field, each));
      if (asked.some(port => port === undefined || port.port !== undefined)) continue;
      if (service.ports.some(port => port.field.get(typeof field.scalar === "number" ? "port" : "name").isUnknown))
        continue;
      const meant = asked[0]?.meantTarget;
      const { to, hint } = meantBy(resolved.reference, service, meant);
      yield {
        at: field,
        message: `Service "${service.name ?? "?"}" has no port ${shown(field.scalar)}${hint}`,
        help: `${resource.kind} "${resource.name ?? "?"}" finds no endpoints for this backend`,
        related: [{ at: service.resource.spec.get("ports"), message: "the Service's ports" }],
        ...severityOf(resolved, service, graph),
        ...(to === undefined
          ? {}
          : { fixes: [{ title: `write ${to}`, safety: "unsafe", changes: [{ set: field, to }] }] }),
      };
    }
  },
});

/** A Service elsewhere may be that of another application; a host of a mesh may be more than a Service. */
function severityOf({ reference }: ResolvedReference, { resource }: Service, graph: Graph) {
  if (!graph.sameApplication(reference.from, resource)) return { severity: "info" as const, strict: true };
  return reference.row.brought === true ? { severity: "warning" as const } : {};
}

function servicesIn({ targets }: ResolvedReference, graph: Graph): Service[] {
  return targets.flatMap(target => graph.serviceOf(target) ?? []);
}

function shown(value: unknown): string {
  return typeof value === "number" ? String(value) : `named "${String(value)}"`;
}

/** What to write instead, and how to say so. */
function meantBy({ port: field }: Reference, service: Service, target: ServicePort | undefined) {
  const byNumber = typeof field?.scalar === "number";
  if (target !== undefined) {
    const to = byNumber ? target.port : target.name;
    const own = to === undefined ? `its port is ${target.port ?? "?"}` : `its port is ${to}`;
    return { to, hint: `: ${String(field?.scalar)} is the targetPort, ${own}` };
  }
  const names = service.ports.flatMap(({ name }) => name ?? []);
  const numbers = service.ports.flatMap(({ port }) => port ?? []);
  const near = byNumber ? (numbers.length === 1 ? numbers[0] : undefined) : nearestTo(field?.string ?? "", names);
  const has = byNumber ? numbers.join(", ") : names.map(name => `"${name}"`).join(", ");
  if (!byNumber && near !== undefined) return { to: near, hint: `; did you mean "${near}"?` };
  return { to: near, hint: has === "" ? "" : `, it has ${has}` };
}
