import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "external-ips-deprecated",
  summary: "A Service asks for external IP addresses by itself",
  why: `Whoever may create a Service can take over traffic to any address with externalIPs (CVE-2020-8554). The field is deprecated since Kubernetes 1.36,
    with a warning by the API server, and planned to go.`,
  severity: "warning",
  presets: ["recommended"],
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/concepts/services-networking/service/#external-ips",
    "pkg/api/service: GetWarningsForService",
  ],
  examples: [
    {
      bad: yaml`
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          selector: { app: web }
          externalIPs: [192.0.2.102]
         #^^^^^^^^^^^ spec.externalIPs is deprecated and may no longer be implemented in some clusters: anyone who may write Services can draw traffic for any address to them (CVE-2020-8554)
          ports: [{ port: 80, targetPort: 8080 }]
      `,
      good: yaml`
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          type: LoadBalancer
          selector: { app: web }
          ports: [{ port: 80, targetPort: 8080 }]
      `,
    },
  ],

  target: "none",
});
