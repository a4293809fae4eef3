import { failureRun } from "../src/rollout/arithmetic.ts";
import { failureRunText } from "../src/rollout/probe-text.ts";
import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "liveness-too-aggressive",
  summary: "A liveness probe restarts the container after a few seconds of trouble",
  why: `A restart is slower than most hiccups: a pause for garbage collection, a throttled CPU, a failover of the database. A liveness probe that
    decides within seconds turns each of them into an outage of the container, and a loaded application into one that is restarted for ever.`,
  severity: "warning",
  presets: ["recommended"],
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#container-probes",
    "pkg/kubelet/prober: worker.doProbe",
  ],
  options: {
    seconds: {
      type: "integer",
      description: "Seconds from the first failed attempt to the kill below which it is reported",
      default: 10,
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
              livenessProbe:
                httpGet: { path: /livez, port: 8080 }
                periodSeconds: 1
                #              ^ liveness kills container "web" 2 s after its first unanswered attempt ((2 - 1) x 1 + 1), less than 10 s
                failureThreshold: 2
      `,
      good: yaml`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              livenessProbe:
                httpGet: { path: /livez, port: 8080 }
                periodSeconds: 10
                failureThreshold: 3
      `,
    },
  ],

  target: "container",
  *check(container, { options }) {
    const { liveness } = container;
    const timing = liveness?.timing;
    if (liveness === undefined || timing === undefined) return;
    const { failureThreshold, periodSeconds, timeoutSeconds } = timing;
    // One attempt alone is liveness-failure-threshold-one.
    if (failureThreshold < 2) return;
    const least = Number(options.seconds);
    // Attempts that hang until their timeout take longest; where they are slow, those that are refused may still be too quick.
    const attempt = failureRun(timing, timeoutSeconds) < least ? timeoutSeconds : 0;
    const run = failureRun(timing, attempt);
    if (run >= least || (attempt === 0 && (periodSeconds >= 5 || failureThreshold >= 3))) return;
    const period = liveness.field.get("periodSeconds");
    yield {
      at: period.exists ? period : liveness.field.get("failureThreshold"),
      message: `liveness kills container "${container.name}" ${run} s after its first ${attempt === 0 ? "refused" : "unanswered"} attempt (${failureRunText(timing, attempt)}), less than ${least} s`,
      help: `${failureThreshold} attempts ${periodSeconds} s apart outlast no pause for garbage collection, throttling or failover; a restart takes longer than most of them`,
    };
  },
});
