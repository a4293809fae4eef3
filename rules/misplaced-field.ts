import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "misplaced-field",
  summary: "A field stands at a place where the API does not know it",
  why: `The field exists, one level higher or lower. Where it stands it is refused, or dropped without a word by clients that do not check, and the default
    holds instead.`,
  severity: "error",
  presets: ["recommended"],
  since: "0.1.0",
  references: ["https://kubernetes.io/docs/reference/using-api/api-concepts/#field-validation"],
  examples: [
    {
      bad: yaml`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              terminationGracePeriodSeconds: 60
             #^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "terminationGracePeriodSeconds" is not a field of a container; it belongs to spec.terminationGracePeriodSeconds
      `,
      good: yaml`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
          terminationGracePeriodSeconds: 60
      `,
    },
  ],

  target: "none",
});
