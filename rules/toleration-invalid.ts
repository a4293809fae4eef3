import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "toleration-invalid",
  summary: "A toleration contradicts itself",
  why: `Operator Exists tolerates every value, so it has none; Equal needs a key; tolerationSeconds count only for NoExecute. The API server refuses
    the object.`,
  severity: "error",
  presets: ["recommended"],
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/",
    "pkg/apis/core/validation: ValidateTolerations",
  ],
  examples: [
    {
      bad: yaml`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          tolerations:
            - key: dedicated
              operator: Exists
              effect: NoScheduling
              #       ^^^^^^^^^^^^ unsupported value "NoScheduling"; supported values: "NoSchedule", "PreferNoSchedule", "NoExecute"
          containers:
            - name: web
              image: example.com/web:1.4.0
      `,
      good: yaml`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          tolerations:
            - key: dedicated
              operator: Exists
              effect: NoSchedule
          containers:
            - name: web
              image: example.com/web:1.4.0
      `,
    },
  ],
  target: "none",
});
