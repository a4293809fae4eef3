import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "statefulset-max-unavailable-gated",
  summary: "A StatefulSet's maxUnavailable is dropped by this version of Kubernetes",
  why: `The field belongs to the feature gate MaxUnavailableStatefulSet, which is off by default in all of these versions but 1.35.0 to 1.35.3. The
    API server then drops it without a word, and pods are replaced one at a time.`,
  severity: "warning",
  presets: ["recommended"],
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/reference/command-line-tools-reference/feature-gates/",
    "pkg/controller/statefulset: getStatefulSetMaxUnavailable",
  ],
  examples: [
    {
      bad: yaml`
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: { name: db }
        spec:
          serviceName: db
          replicas: 5
          updateStrategy:
            rollingUpdate:
              maxUnavailable: 2
              #               ^ maxUnavailable 2 of a StatefulSet is dropped without a word: the feature gate MaxUnavailableStatefulSet is off, and pods are replaced one at a time
          selector: { matchLabels: { app: db } }
          template:
            metadata: { labels: { app: db } }
            spec:
              containers:
                - name: db
                  image: example.com/db:1.4.0
      `,
      good: yaml`
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: { name: db }
        spec:
          serviceName: db
          replicas: 5
          updateStrategy:
            type: RollingUpdate
          selector: { matchLabels: { app: db } }
          template:
            metadata: { labels: { app: db } }
            spec:
              containers:
                - name: db
                  image: example.com/db:1.4.0
      `,
    },
  ],
  target: "none",
});
