import { hasSelectingNamesake, hasWrittenEndpoints, isCarriedByMesh } from "../src/graph/endpoints.ts";
import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "service-no-selector",
  summary: "A Service has no selector, and nothing here gives it endpoints",
  why: `Without a selector the control plane makes no endpoints: somebody has to write an EndpointSlice by hand, or a controller has to. Until then
    the name resolves and every connection fails, so a check that only looks the name up succeeds.`,
  severity: "info",
  severities: { warning: "when an Ingress or another route leads to it", info: "otherwise" },
  presets: ["recommended"],
  since: "0.1.0",
  references: ["https://kubernetes.io/docs/concepts/services-networking/service/#services-without-selectors"],
  absence: true,
  yieldsTo: ["unknown-field", "misplaced-field", "invalid-type"],
  examples: [
    {
      bad: yaml`
        apiVersion: v1
        kind: Service
        metadata: { name: warehouse }
        spec:
        #^^^ Service "warehouse" has no selector, and no EndpointSlice here belongs to it
          ports: [{ port: 80, targetPort: 9376 }]
      `,
      good: yaml`
        apiVersion: v1
        kind: Service
        metadata: { name: warehouse }
        spec:
          ports: [{ port: 80, targetPort: 9376 }]
        ---
        apiVersion: discovery.k8s.io/v1
        kind: EndpointSlice
        metadata:
          name: warehouse-1
          labels: { kubernetes.io/service-name: warehouse }
        addressType: IPv4
        ports: [{ port: 9376 }]
        endpoints: [{ addresses: [192.0.2.42] }]
      `,
    },
  ],

  target: "service",
  *check(service, { graph }) {
    const { resource, selectorField } = service;
    if (service.isExternalName || selectorField.exists || resource.name === undefined) return;
    if (resource.metadata.get("ownerReferences").items().length > 0 || hasWrittenEndpoints(service, graph)) return;
    if (hasSelectingNamesake(service, graph) || isCarriedByMesh(service, graph)) return;
    const routes = graph.routesTo(service).filter(route => graph.sameApplication(route, resource));
    const [route] = routes;
    const routed = route === undefined ? "" : `, though ${route.kind} "${route.name ?? "?"}" leads to it`;
    yield {
      at: resource.spec,
      message: `Service "${resource.name}" has no selector, and no EndpointSlice here belongs to it${routed}`,
      help: "its name resolves, but connections fail until somebody makes endpoints for it",
      scope: resource.spec,
      ...(route === undefined
        ? {}
        : { severity: "warning" as const, related: [{ at: route.nameField, message: "this route leads to it" }] }),
    };
  },
});
