import type { Field } from "../src/field.ts";
import type { Graph, ResolvedReference } from "../src/graph/graph.ts";
import { gravityOf, isMisspelt, standNear } from "../src/graph/proof.ts";
import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "ingress-backend-missing",
  summary: "An Ingress or another route names a Service that is not there",
  why: `A route knows its backend by name, in its own namespace. Where no Service of that name exists, the controller answers requests for this host and
    path with an error of its own (503 or 404), while the Ingress itself looks healthy.`,
  severity: "warning",
  severities: {
    error: "when the whole application is there and a Service of nearly that name with it",
    warning: "when a Service of nearly that name is there, or the whole application",
    info: "when the Service may come from somewhere else",
  },
  presets: ["recommended"],
  fix: "unsafe",
  since: "0.1.0",
  references: ["https://kubernetes.io/docs/concepts/services-networking/ingress/#the-ingress-resource"],
  absence: true,
  examples: [
    {
      bad: yaml`
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          selector: { app: web }
          ports: [{ port: 80, targetPort: 8080 }]
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
                      service: { name: wbe, port: { number: 80 } }
                      #                ^^^ Ingress "shop" leads to Service "wbe", which is not in namespace "default"; did you mean "web"?
      `,
      good: yaml`
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          selector: { app: web }
          ports: [{ port: 80, targetPort: 8080 }]
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
    for (const resolved of graph.referencesOf(resource)) {
      const { reference, targets, excuse } = resolved;
      if (reference.groupKind !== "/Service" || targets.length > 0 || excuse !== undefined) continue;
      // The load balancer controller reads such a backend as the name of an annotation.
      if (resource.annotation(`alb.ingress.kubernetes.io/actions.${reference.name}`) !== undefined) continue;
      const near = graph.nearestName("/Service", reference.name, resource);
      const meant = near?.candidate.name;
      const isSlip =
        near !== undefined &&
        meant !== undefined &&
        standNear(near.candidate, resource) &&
        isMisspelt(reference.name, meant);
      const isBeside = isSlip && graph.sameApplication(near.candidate, resource);
      const proof = isLeftToKubectl(resolved, graph) ? "unknown" : graph.completeness("/Service", resource);
      yield {
        at: reference.field,
        message: `${resource.kind} "${resource.name ?? "?"}" leads to Service "${reference.name}", which is not in namespace "${resolved.namespace}"${hint(resolved, isSlip ? meant : undefined, graph)}`,
        help: "requests for this backend are answered with an error by the controller",
        ...gravityOf(proof, isBeside),
        ...(isSlip ? meantInstead(reference.field, near.at, meant) : {}),
      };
    }
  },
});

const ROUTES = new Set([
  ...["Ingress", "HTTPRoute", "GRPCRoute", "TCPRoute", "TLSRoute", "UDPRoute", "Route", "IngressRoute", "HTTPProxy"],
  ...["TrafficSplit", "TargetGroupBinding", "DomainMapping"],
]);

function meantInstead(field: Field, there: Field, meant: string) {
  return {
    related: [{ at: there, message: "this Service is there" }],
    fixes: [{ title: `write ${meant}`, safety: "unsafe" as const, changes: [{ set: field, to: meant }] }],
  };
}

/** The Service is there and names no namespace: whoever applies it may put it where the route is. */
function isLeftToKubectl({ reference }: ResolvedReference, graph: Graph): boolean {
  const [other] = graph.inOtherNamespaces("/Service", reference.name, reference.from);
  return other !== undefined && (other.namespace === undefined || reference.from.namespace === undefined);
}

function hint({ reference }: ResolvedReference, meant: string | undefined, graph: Graph): string {
  if (meant !== undefined) return `; did you mean "${meant}"?`;
  const [other] = graph.inOtherNamespaces("/Service", reference.name, reference.from);
  return other === undefined ? "" : `; there is one in namespace "${graph.namespaceOf(other)}"`;
}
