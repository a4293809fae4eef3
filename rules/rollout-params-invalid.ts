import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "rollout-params-invalid",
  summary: "The limits of a rollout contradict each other or are no valid numbers",
  why: `maxSurge and maxUnavailable are numbers from 0 on or percentages with their sign, not both 0; a Recreate has neither; a progress
    deadline is longer than minReadySeconds. The API server refuses anything else, and the whole object with it.`,
  severity: "error",
  presets: ["recommended"],
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#rolling-update-deployment",
    "pkg/apis/apps/validation: ValidateDeploymentStrategy, ValidateRollingUpdateDeployment",
  ],
  examples: [
    {
      bad: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          strategy:
            rollingUpdate:
              maxSurge: 1
              maxUnavailable: "25"
              #               ^^^^ maxUnavailable "25": a valid percent string must be a numeric string followed by an ending '%'; did you mean 25 or "25%"?
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
          strategy:
            rollingUpdate:
              maxSurge: 1
              maxUnavailable: "25%"
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
