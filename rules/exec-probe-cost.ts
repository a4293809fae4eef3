import { defineRule, yaml } from "../src/rule.ts";

/** Below this period a command is worth a thought; below the half of it, a warning. */
const SHORT_PERIOD_SECONDS = 10;
const VERY_SHORT_PERIOD_SECONDS = 5;
const MANY_CONTAINERS = 50;

export default defineRule({
  id: "exec-probe-cost",
  summary: "A command is started in the container every few seconds",
  why: `Each attempt of a command probe makes the container runtime create processes in the container: far dearer than a request over the network.
    On a node with many such pods the attempts alone use up CPU and slow each other down, until they reach their timeouts.`,
  severity: "info",
  severities: { warning: "the period is below 5 s, or 50 containers and more are probed like this" },
  presets: ["strict"],
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#probe-check-methods",
    "pkg/kubelet/prober: prober.runProbe",
  ],
  examples: [
    {
      bad: yaml`
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
                  livenessProbe:
                    exec: { command: [cat, /tmp/healthy] }
                    periodSeconds: 5
                    #              ^ the liveness probe starts a command every 5 s in each of 3 pods: about 36 a minute (3 x 60 / 5)
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
                  livenessProbe:
                    exec: { command: [cat, /tmp/healthy] }
                    periodSeconds: 10
      `,
    },
  ],

  target: "container",
  *check(container, { workload, graph }) {
    const probes = [container.liveness, container.readiness];
    for (const probe of probes) {
      const period = probe?.timing?.periodSeconds ?? SHORT_PERIOD_SECONDS;
      if (probe?.handler?.kind !== "exec" || period >= SHORT_PERIOD_SECONDS) continue;
      const pods = graph.replicasOf(workload) ?? 1;
      const perMinute = Math.round((60 / period) * pods);
      const isGrave = period < VERY_SHORT_PERIOD_SECONDS || pods >= MANY_CONTAINERS;
      yield {
        at: probe.field.get("periodSeconds"),
        message: `the ${probe.label} probe starts a command every ${period} s in ${pods === 1 ? "the pod" : `each of ${pods} pods`}: about ${perMinute} a minute (${pods > 1 ? `${pods} x ` : ""}60 / ${period})`,
        help: "httpGet, grpc and tcpSocket start no process; a file can be looked at less often",
        ...(isGrave ? { severity: "warning" as const } : {}),
      };
    }
  },
});
