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
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
          annotations:
            kubernetes.io/ingress.class: nginx
            #                            ^^^^^ annotation "kubernetes.io/ingress.class" is deprecated, please use 'spec.ingressClassName' instead
        spec:
          defaultBackend:
            service: { name: web, port: { number: 80 } }
      `,
      good: yaml`
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
        spec:
          ingressClassName: nginx
          defaultBackend:
            service: { name: web, port: { number: 80 } }
      `,
    },
  ],

  target: "none",
});
