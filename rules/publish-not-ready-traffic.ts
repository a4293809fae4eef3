import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "publish-not-ready-traffic",
  summary: "A Service that takes traffic publishes pods that are not ready",
  why: `With publishNotReadyAddresses every pod is an endpoint from its first second to its last, ready or not: readiness probes no longer keep requests
    away from pods that start, fail or end. That is for peers which find each other by a headless Service, not for traffic.`,
  severity: "warning",
  presets: ["recommended"],
  fix: "unsafe",
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/concepts/services-networking/service/#headless-services",
    "staging/src/k8s.io/endpointslice: podToEndpoint",
  ],
  examples: [
    {
      bad: yaml`
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          type: LoadBalancer
          publishNotReadyAddresses: true
          #                         ^^^^ Service "web" takes traffic from outside (type LoadBalancer) and sends it to pods that are not ready, too
          selector: { app: web }
          ports: [{ port: 80, targetPort: 8080 }]
      `,
      good: yaml`
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          type: LoadBalancer
          publishNotReadyAddresses: false
          selector: { app: web }
          ports: [{ port: 80, targetPort: 8080 }]
      `,
    },
  ],

  target: "service",
  *check(service, { graph }) {
    if (!service.publishesNotReady || service.isExternalName || service.isHeadless) return;
    const routes = graph.routesTo(service).filter(route => graph.sameApplication(route, service.resource));
    const [route] = routes;
    const way = service.isExternal
      ? `${service.type === "ClusterIP" ? "externalIPs" : `type ${service.type}`}`
      : route === undefined
        ? undefined
        : `${route.kind} "${route.name ?? "?"}"`;
    if (way === undefined) return;
    const field = service.resource.spec.get("publishNotReadyAddresses");
    yield {
      at: field,
      message: `Service "${service.name ?? "?"}" takes traffic from outside (${way}) and sends it to pods that are not ready, too`,
      help: "peers that look for each other before they are ready use a headless Service of their own",
      related: routes.slice(0, 3).map(({ nameField }) => ({ at: nameField, message: "this route leads to it" })),
      fixes: [
        { title: "write publishNotReadyAddresses: false", safety: "unsafe", changes: [{ set: field, to: false }] },
      ],
    };
  },
});
