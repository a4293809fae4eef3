import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "selector-template-mismatch",
  summary: "A workload's selector does not match the labels of its own pod template",
  why: `A controller counts and replaces the pods that its selector selects. One that does not select the pods it makes would make them for ever, so the API
    server refuses it.`,
  severity: "error",
  presets: ["recommended"],
  fix: "unsafe",
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#selector",
    "pkg/apis/apps/validation: ValidatePodTemplateSpecForReplicaSet",
  ],
  examples: [
    {
      bad: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          selector: { matchLabels: { app: wbe } }
          #                               ^^^ \`selector\` does not match template \`labels\`: the selector wants app: "wbe", the template has app: "web"
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
