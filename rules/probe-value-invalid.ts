import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "probe-value-invalid",
  summary: "A probe has a value or a combination that the API server refuses",
  why: `A probe has exactly one handler, numbers that are not negative, and a successThreshold of 1 unless it is a readiness probe, since liveness
    and startup end with their first success. terminationGracePeriodSeconds belongs to probes that kill. Anything else is refused.`,
  severity: "error",
  presets: ["recommended"],
  fix: "safe",
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#configure-probes",
    "pkg/apis/core/validation: validateProbe, validateLivenessProbe, validateReadinessProbe, validateStartupProbe, validateHandler",
  ],
  examples: [
    {
      title: "Successes of a liveness probe",
      bad: yaml`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              livenessProbe:
                httpGet: { path: /livez, port: 8080 }
                successThreshold: 2
                #                 ^ successThreshold 2 of a livenessProbe: must be 1
      `,
      good: yaml`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              livenessProbe:
                httpGet: { path: /livez, port: 8080 }
                successThreshold: 1
      `,
    },
    {
      title: "Two handlers",
      bad: yaml`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              readinessProbe:
                httpGet: { path: /ready, port: 8080 }
                tcpSocket: { port: 8080 }
               #^^^^^^^^^ readinessProbe has httpGet and tcpSocket: may not specify more than 1 handler type
      `,
      good: yaml`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              readinessProbe:
                httpGet: { path: /ready, port: 8080 }
      `,
    },
  ],
  target: "none",
});
