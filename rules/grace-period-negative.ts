import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "grace-period-negative",
  summary: "A negative grace period counts as one second",
  why: `The API server accepts terminationGracePeriodSeconds below 0 with a warning, and treats it as 1: the pod is killed almost at once, which
    is hardly what a negative number was to mean.`,
  severity: "warning",
  presets: ["recommended"],
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination",
    "pkg/api/pod: warningsForPodSpecAndMeta",
  ],
  examples: [
    {
      bad: yaml`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          terminationGracePeriodSeconds: -1
          #                              ^^ terminationGracePeriodSeconds -1 must be >= 0; negative values are invalid and will be treated as 1
          containers:
            - name: web
              image: example.com/web:1.4.0
      `,
      good: yaml`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          terminationGracePeriodSeconds: 30
          containers:
            - name: web
              image: example.com/web:1.4.0
      `,
    },
  ],
  target: "none",
});
