import { firstReadinessAttempt } from "../src/rollout/arithmetic.ts";
import { defineRule, yaml } from "../src/rule.ts";

/** From here on every rollout and every scale-out feels it. */
const GRAVE_SECONDS = 60;

export default defineRule({
  id: "readiness-initial-delay-large",
  summary: "A readiness probe waits long before it looks for the first time",
  why: `A readiness probe that fails costs nothing, so there is no need to wait with it. initialDelaySeconds keeps even the fastest start out of
    the endpoints: each wave of a rollout, each pod of a scale-out and each restart takes at least that long.`,
  severity: "info",
  severities: { warning: "the delay is 60 s or more" },
  presets: ["recommended"],
  fix: "unsafe",
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#define-startup-probes",
    "pkg/kubelet/prober: worker.doProbe",
  ],
  options: {
    delaySeconds: {
      type: "integer",
      description: "The initialDelaySeconds from which on it is reported",
      default: 30,
      minimum: 1,
    },
  },
  yieldsTo: ["probe-misspelled", "misplaced-field", "unknown-field"],
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
                initialDelaySeconds: 90
                #                    ^^ readiness is looked at 90 to 93 s after the start for the first time (initialDelaySeconds 90, periodSeconds 5), however fast the application is up
                periodSeconds: 5
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
                periodSeconds: 5
      `,
    },
  ],

  target: "container",
  *check(container, { workload, options }) {
    const { readiness } = container;
    const timing = readiness?.timing;
    if (readiness === undefined || timing === undefined || container.field.get("startupProbe").exists) return;
    const { initialDelaySeconds: delay, periodSeconds: period } = timing;
    if (!workload.isLongRunning || delay < Number(options.delaySeconds)) return;
    const { earliest, latest } = firstReadinessAttempt(timing);
    const field = readiness.field.get("initialDelaySeconds");
    yield {
      at: field,
      message: `readiness is looked at ${earliest} to ${latest} s after the start for the first time (initialDelaySeconds ${delay}, periodSeconds ${period}), however fast the application is up`,
      help: "an attempt that fails costs nothing before the first success; a slow start that liveness must wait for is what startupProbe is for",
      scope: container.field,
      ...(delay >= GRAVE_SECONDS ? { severity: "warning" as const } : { strict: true }),
      fixes: [{ title: "remove initialDelaySeconds", safety: "unsafe", changes: [{ remove: field }] }],
    };
  },
});
