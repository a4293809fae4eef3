import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "incomplete-workload",
  summary: "A workload lacks its selector or its pod template",
  why: `Without a selector a controller does not know its pods, and without a template it cannot make any: the API server refuses the object. As a patch for
    kustomize such a fragment is right, and skipped as one where a kustomization lists it.`,
  severity: "error",
  presets: ["recommended"],
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#writing-a-deployment-spec",
    "pkg/apis/apps/validation: ValidateDeploymentSpec",
  ],
  examples: [
    {
      bad: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
        #^^^ "spec.selector" and "spec.template" are required: without them the Deployment neither makes pods nor knows its own
          replicas: 3
          strategy: { type: Recreate }
      `,
      good: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          replicas: 3
          strategy: { type: Recreate }
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
