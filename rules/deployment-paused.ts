import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "deployment-paused",
  summary: "A paused Deployment takes no notice of a new template",
  why: `While spec.paused is true the controller scales, but rolls nothing out: a new image is accepted and never runs, and the progress
    deadline does not count. kubectl rollout pause sets it for a moment; in a manifest it stays until somebody wonders.`,
  severity: "warning",
  presets: ["recommended"],
  fix: "unsafe",
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#pausing-and-resuming-a-deployment",
    "pkg/controller/deployment: syncDeployment",
  ],
  examples: [
    {
      bad: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          paused: true
          #       ^^^^ paused: true stops every rollout: changes of the template are accepted and never reach a pod
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

  target: "workload",
  *check(workload) {
    const paused = workload.resource.spec.get("paused");
    if (!workload.isDeployment || paused.boolean !== true) return;
    yield {
      at: paused,
      message: "paused: true stops every rollout: changes of the template are accepted and never reach a pod",
      help: "a Deployment that is new and paused has no pods at all, since its first ReplicaSet is not made either",
      fixes: [{ title: "remove it", safety: "unsafe", changes: [{ remove: paused }] }],
    };
  },
});
