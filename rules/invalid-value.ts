import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "invalid-value",
  summary: "A value is none of those the API accepts in this field",
  why: `Enumerations are written exactly, quantities and durations in their own grammar, numbers within their range. The API server refuses the object over
    one value.`,
  severity: "error",
  presets: ["recommended"],
  fix: "safe",
  since: "0.1.0",
  references: ["https://kubernetes.io/docs/reference/kubernetes-api/"],
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
              imagePullPolicy: always
              #                ^^^^^^ unsupported value "always"; supported values: "Always", "IfNotPresent", "Never"; did you mean "Always"?
      `,
      good: yaml`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              imagePullPolicy: Always
      `,
    },
  ],

  target: "none",
});
