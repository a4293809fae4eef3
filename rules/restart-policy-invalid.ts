import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "restart-policy-invalid",
  summary: "The restart policy does not fit the controller of the pods",
  why: `Pods of a Deployment, StatefulSet, DaemonSet or ReplicaSet run for ever and must have restartPolicy Always, the default. Those of a Job
    end, and must have OnFailure or Never, which have to be written down. The API server refuses anything else.`,
  severity: "error",
  presets: ["recommended"],
  fix: "safe",
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#restart-policy",
    "pkg/apis/apps/validation: ValidatePodTemplateSpecForReplicaSet",
    "pkg/apis/batch/validation: validateJobSpec",
  ],
  examples: [
    {
      bad: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          replicas: 2
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              restartPolicy: Never
              #              ^^^^^ unsupported value "Never": the pods of a Deployment must have restartPolicy "Always"; supported values: "Always"
              containers:
                - name: web
                  image: example.com/web:1.4.0
      `,
      good: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          replicas: 2
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              restartPolicy: Always
              containers:
                - name: web
                  image: example.com/web:1.4.0
      `,
    },
  ],
  target: "none",
});
