import { isExpectedToServe } from "../src/kubernetes/purpose.ts";
import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "readiness-probe-missing-unserved",
  summary: "A Deployment without a Service rolls out without looking whether new pods work",
  why: `A rolling update waits until a new pod is Ready, then removes an old one. Without any readiness probe a pod is Ready as soon as its
    processes run, so a version that cannot do its work replaces the one that can, though no Service is involved.`,
  severity: "info",
  presets: ["strict"],
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#min-ready-seconds",
    "pkg/controller/deployment: rolloutRolling",
  ],
  yieldsTo: ["probe-misspelled", "misplaced-field", "unknown-field", "invalid-type"],
  absence: true,
  examples: [
    {
      bad: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: worker }
        #                 ^^^^^^ no container of Deployment "worker" has a readinessProbe, so a rollout takes each new pod for available as soon as it runs
        spec:
          selector: { matchLabels: { app: worker } }
          template:
            metadata: { labels: { app: worker } }
            spec:
              containers:
                - name: worker
                  image: example.com/worker:1.4.0
      `,
      good: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: worker }
        spec:
          minReadySeconds: 10
          selector: { matchLabels: { app: worker } }
          template:
            metadata: { labels: { app: worker } }
            spec:
              containers:
                - name: worker
                  image: example.com/worker:1.4.0
      `,
    },
  ],

  target: "workload",
  *check(workload, { graph }) {
    const { resource, longRunningContainers: containers } = workload;
    if (!workload.isDeployment || !isExpectedToServe(workload) || containers.length === 0) return;
    const type = resource.spec.get("strategy", "type");
    const minReady = resource.spec.get("minReadySeconds");
    if ((type.exists && type.scalar !== "RollingUpdate") || (minReady.exists && minReady.number !== 0)) return;
    if (containers.some(({ field }) => field.get("readinessProbe").exists)) return;
    if (workload.podSpec.get("readinessGates").items().length > 0 || graph.servicesOf(workload).length > 0) return;
    yield {
      at: resource.nameField,
      message: `no container of ${workload.title} has a readinessProbe, so a rollout takes each new pod for available as soon as it runs`,
      help: "a version that crashes or hangs a moment later has by then replaced the one that worked; minReadySeconds makes the rollout look longer",
      scope: workload.podSpec,
    };
  },
});
