import { readyAfterRecovery } from "../src/rollout/arithmetic.ts";
import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "readiness-success-threshold-slow",
  summary: "A readiness probe wants successes over a long time before it lets traffic in",
  why: `With successThreshold above 1 a pod has to answer well several times in a row, one period apart, before it returns to the endpoints. That
    delays every recovery, and every wave of a rollout with it, while the other pods carry the load.`,
  severity: "info",
  presets: ["strict"],
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#configure-probes",
    "pkg/kubelet/prober: worker.doProbe",
  ],
  options: {
    seconds: {
      type: "integer",
      description: "Seconds that further successes may add before it is reported",
      default: 20,
      minimum: 1,
    },
  },
  examples: [
    {
      bad: yaml`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              readinessProbe:
                httpGet: { path: /ready, port: 8080 }
                periodSeconds: 10
                successThreshold: 3
                #                 ^ successThreshold 3 adds 20 s ((3 - 1) x 10) to every recovery: a pod that answers again waits up to 30 s (10 + 20) for traffic
      `,
      good: yaml`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              readinessProbe:
                httpGet: { path: /ready, port: 8080 }
                periodSeconds: 3
                successThreshold: 2
      `,
    },
  ],

  target: "container",
  *check(container, { options }) {
    const { readiness } = container;
    const timing = readiness?.timing;
    if (readiness === undefined || timing === undefined) return;
    const { successThreshold, periodSeconds } = timing;
    const added = (successThreshold - 1) * periodSeconds;
    if (added < Number(options.seconds)) return;
    const { latest } = readyAfterRecovery(timing);
    yield {
      at: readiness.field.get("successThreshold"),
      message: `successThreshold ${successThreshold} adds ${added} s ((${successThreshold} - 1) x ${periodSeconds}) to every recovery: a pod that answers again waits up to ${latest} s (${periodSeconds} + ${added}) for traffic`,
      help: "a shorter period asks for as many successes in less time",
    };
  },
});
