import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "deprecated-api",
  summary: "An apiVersion, a field or an annotation is on its way out",
  why: `It still works in this version of Kubernetes and will not in a later one. The replacement is there already.`,
  severity: "warning",
  presets: ["recommended"],
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/reference/using-api/deprecation-guide/",
    "https://kubernetes.io/docs/concepts/services-networking/ingress/#deprecated-annotation",
  ],
  examples: [
    {
      bad: yaml`
        apiVersion: v1
        #           ^^ v1 Endpoints is deprecated in v1.33+; use discovery.k8s.io/v1 EndpointSlice
        kind: Endpoints
        metadata: { name: warehouse }
        subsets:
          - addresses: [{ ip: 192.0.2.42 }]
            ports: [{ port: 9376 }]
      `,
      good: yaml`
        apiVersion: discovery.k8s.io/v1
        kind: EndpointSlice
        metadata:
          name: warehouse-1
          labels: { kubernetes.io/service-name: warehouse }
        addressType: IPv4
        endpoints: [{ addresses: [192.0.2.42] }]
        ports: [{ port: 9376 }]
      `,
    },
  ],

  target: "none",
});
