import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "missing-field",
  summary: "A field that the API requires is not there",
  why: `The API server fills many fields in when they are omitted, and requires the others: without them it refuses the object.`,
  severity: "error",
  presets: ["recommended"],
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
              ports: [{ name: http }]
              #               ^^^^ required value: a port needs its containerPort, a number between 1 and 65535
      `,
      good: yaml`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              ports: [{ name: http, containerPort: 8080 }]
      `,
    },
  ],

  target: "none",
});
