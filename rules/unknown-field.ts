import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "unknown-field",
  summary: "A manifest has a field that the API does not know",
  why: `kubectl asks the API server to check fields strictly, and is refused. Older clients, and controllers that apply manifests, drop such a field without a
    word: what it was to say is not said.`,
  severity: "error",
  presets: ["recommended"],
  fix: "safe",
  since: "0.1.0",
  references: ["https://kubernetes.io/docs/reference/using-api/api-concepts/#field-validation"],
  examples: [
    {
      bad: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          replica: 3
         #^^^^^^^ unknown field "replica" in "spec"; did you mean "replicas"?
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
      `,
      good: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          replicas: 3
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
      `,
    },
  ],

  target: "none",
});
