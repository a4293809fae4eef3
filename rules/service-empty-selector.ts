import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "service-empty-selector",
  summary: "A Service has an empty selector, which selects no pod at all",
  why: `In a Service an empty selector is the same as none: the control plane makes no endpoints. It does not select every pod, as it does in a
    NetworkPolicy or a PodDisruptionBudget.`,
  severity: "warning",
  presets: ["recommended"],
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/concepts/services-networking/service/#services-without-selectors",
    "pkg/controller/endpointslice: Controller.syncService",
  ],
  examples: [
    {
      bad: yaml`
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          selector: {}
         #^^^^^^^^ Service "web" has an empty selector: it selects no pod, not every pod
          ports: [{ port: 80, targetPort: 8080 }]
      `,
      good: yaml`
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          selector: { app: web }
          ports: [{ port: 80, targetPort: 8080 }]
      `,
    },
  ],

  target: "service",
  *check(service) {
    const { selectorField } = service;
    if (service.isExternalName || !selectorField.isMap || selectorField.entries().length > 0) return;
    yield {
      at: selectorField,
      message: `Service "${service.name ?? "?"}" has an empty selector: it selects no pod, not every pod`,
      help: "no endpoints are made for it, so every connection fails",
    };
  },
});
