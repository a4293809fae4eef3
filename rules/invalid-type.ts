import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "invalid-type",
  summary: "A value is of another type than the API expects",
  why: `The API server decodes a manifest into typed objects and refuses the whole of it where a value does not fit. In YAML the type follows from how a value
    is written: yes and on are booleans, 1.0 is a number, and only quotes make them text.`,
  severity: "error",
  presets: ["recommended"],
  fix: "safe",
  since: "0.1.0",
  references: ["https://kubernetes.io/docs/reference/using-api/api-concepts/"],
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
              env:
                - name: DEBUG
                  value: true
                  #      ^^^^ "value" is a boolean (true), expected a string
      `,
      good: yaml`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              env:
                - name: DEBUG
                  value: "true"
      `,
    },
  ],

  target: "none",
});
