import { durationText } from "../src/rollout/duration.ts";
import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "grace-period-long",
  summary: "A very long grace period holds up every rollout and every drain",
  why: `A process that does not end by itself keeps its pod for the whole grace period: a drain of its node waits for it, a StatefulSet
    starts no successor, a Recreate no new pod, and a liveness probe's restart takes as long too.`,
  severity: "info",
  presets: ["strict"],
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination",
    "https://kubernetes.io/docs/tasks/administer-cluster/safely-drain-node/",
  ],
  options: {
    seconds: {
      type: "integer",
      description: "The grace period from which on it is reported",
      default: 600,
      minimum: 1,
    },
  },
  examples: [
    {
      bad: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: worker }
        spec:
          selector: { matchLabels: { app: worker } }
          template:
            metadata: { labels: { app: worker } }
            spec:
              terminationGracePeriodSeconds: 3600
              #                              ^^^^ a grace period of 3600 s lets a pod that does not stop hold up a drain or a rollout for 1 h
              containers:
                - name: worker
                  image: example.com/worker:2.1.0
      `,
      good: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: worker }
        spec:
          selector: { matchLabels: { app: worker } }
          template:
            metadata: { labels: { app: worker } }
            spec:
              terminationGracePeriodSeconds: 120
              containers:
                - name: worker
                  image: example.com/worker:2.1.0
      `,
    },
  ],

  target: "workload",
  *check(workload, { options }) {
    const period = workload.podSpec.get("terminationGracePeriodSeconds");
    const seconds = period.number;
    if (seconds === undefined || seconds < Number(options.seconds) || !workload.isLongRunning) return;
    const liveness = workload.longRunningContainers
      .map(container => container.liveness)
      .find(probe => probe !== undefined && probe.gracePeriodSeconds === undefined);
    yield {
      at: period,
      message: `a grace period of ${seconds} s lets a pod that does not stop hold up a drain or a rollout for ${durationText(seconds)}`,
      help:
        liveness === undefined
          ? "as long as the slowest work in progress needs, and no longer"
          : "a restart by the liveness probe takes as long too, unless the probe has a terminationGracePeriodSeconds of its own",
      ...(liveness === undefined
        ? {}
        : { related: [{ at: liveness.field, message: "this probe restarts with the same grace period" }] }),
    };
  },
});
