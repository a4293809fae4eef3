import type { Graph } from "../src/graph/graph.ts";
import { minReadySecondsOf, readySeconds } from "../src/kubernetes/pod-seconds.ts";
import { rollingStrategyOf, surgeText, unavailableText } from "../src/kubernetes/strategy.ts";
import type { Workload } from "../src/kubernetes/workload.ts";
import { durationText } from "../src/rollout/duration.ts";
import { rollingUpdateSeconds, rolloutWaves, statefulSetSeconds } from "../src/rollout/waves.ts";
import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "rollout-slow",
  summary: "A rollout takes very long, and so does the way back",
  why: `A rollout goes in rounds: each waits until its new pods are Ready, and for minReadySeconds. Few pods in a round, slow probes and many
    replicas make it a matter of hours, in which two versions run side by side; a fix or an undo takes as long again.`,
  severity: "info",
  presets: ["strict"],
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#rolling-update-deployment",
    "pkg/controller/deployment: rolloutRolling",
  ],
  options: {
    minutes: {
      type: "integer",
      description: "The duration above which it is reported",
      default: 15,
      minimum: 1,
    },
  },
  examples: [
    {
      bad: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          replicas: 50
          #         ^^ a rollout of Deployment "web" takes up to 52 min 30 s (50 rounds x (63 s to Ready + minReadySeconds 0))
          strategy:
            rollingUpdate: { maxSurge: 1, maxUnavailable: 0 }
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
                  readinessProbe:
                    httpGet: { path: /ready, port: 8080 }
                    initialDelaySeconds: 60
      `,
      good: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          replicas: 50
          strategy:
            rollingUpdate: { maxSurge: 25%, maxUnavailable: 0 }
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
                  readinessProbe:
                    httpGet: { path: /ready, port: 8080 }
                    initialDelaySeconds: 60
      `,
    },
  ],

  target: "workload",
  *check(workload, { graph, options }) {
    const estimate = estimateOf(workload, graph);
    if (estimate === undefined || estimate.seconds <= Number(options.minutes) * 60) return;
    yield {
      at: workload.replicasField,
      message: `a rollout of ${workload.title} takes up to ${durationText(estimate.seconds)} (${estimate.terms})`,
      help: estimate.help,
    };
  },
});

/** The closed form of the rollout, with its terms; undefined for other kinds, and where a number is not known. */
function estimateOf(workload: Workload, graph: Graph): { seconds: number; terms: string; help: string } | undefined {
  const ready = readySeconds(workload);
  const minReady = minReadySecondsOf(workload);
  const termination = workload.gracePeriodSeconds;
  if (ready === undefined || minReady === undefined || termination === undefined) return undefined;
  const pod = { ready, minReady, termination };
  const rolling = rollingStrategyOf(workload, graph);
  if (rolling !== undefined) {
    const waves = rolloutWaves(rolling.replicas, rolling.posts);
    return {
      seconds: rollingUpdateSeconds(rolling.replicas, rolling.posts, pod),
      terms: `${waves} rounds x (${ready} s to Ready + minReadySeconds ${minReady})`,
      help: `${surgeText(rolling)}, ${unavailableText(rolling)}; more of either makes fewer rounds`,
    };
  }
  const replicas = graph.replicasOf(workload);
  const strategy = workload.resource.spec.get("updateStrategy");
  if (workload.kind !== "StatefulSet" || replicas === undefined || strategy.get("type").scalar === "OnDelete")
    return undefined;
  const partition = strategy.get("rollingUpdate", "partition").number ?? 0;
  return {
    seconds: statefulSetSeconds(replicas, partition, pod),
    terms: `${Math.max(replicas - partition, 0)} pods x (${termination} s to end + ${ready} s to Ready), and minReadySeconds ${minReady} between them`,
    help: "a StatefulSet replaces one pod after the other",
  };
}
