import { documentedStartupBudget } from "../src/rollout/arithmetic.ts";
import { defineRule, yaml } from "../src/rule.ts";

/** What is over before most applications are up costs nobody anything. */
const SHORT_DELAY_SECONDS = 5;

export default defineRule({
  id: "delay-redundant-with-startup",
  summary: "A probe waits for a delay although a startup probe holds it back already",
  why: `Liveness and readiness do not run before the startup probe has succeeded. Their initialDelaySeconds counts from the container's start all
    the same, not from that success: after a slow start it is over, and after a quick one it keeps a ready pod waiting.`,
  severity: "info",
  presets: ["recommended"],
  fix: "unsafe",
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#define-startup-probes",
    "https://github.com/kubernetes/website/issues/42539",
    "pkg/kubelet/prober: worker.doProbe",
  ],
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
              startupProbe:
                httpGet: { path: /livez, port: 8080 }
                failureThreshold: 30
              livenessProbe:
                httpGet: { path: /livez, port: 8080 }
                initialDelaySeconds: 30
                #                    ^^ initialDelaySeconds 30 of the liveness probe counts from the container's start, while the startupProbe holds it back for up to 300 s (30 x 10) already
                periodSeconds: 10
      `,
      good: yaml`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              startupProbe:
                httpGet: { path: /livez, port: 8080 }
                failureThreshold: 30
              livenessProbe:
                httpGet: { path: /livez, port: 8080 }
                periodSeconds: 10
      `,
    },
  ],

  target: "container",
  *check(container) {
    const { startup } = container;
    const budget = startup?.timing;
    if (startup === undefined || budget === undefined) return;
    const allowed = documentedStartupBudget(budget);
    const { initialDelaySeconds, failureThreshold, periodSeconds } = budget;
    const before = initialDelaySeconds > 0 ? `${initialDelaySeconds} + ` : "";
    for (const probe of [container.liveness, container.readiness]) {
      const delay = probe?.timing?.initialDelaySeconds ?? 0;
      if (probe === undefined || delay === 0 || delay > allowed) continue;
      const field = probe.field.get("initialDelaySeconds");
      yield {
        at: field,
        message: `initialDelaySeconds ${delay} of the ${probe.label} probe counts from the container's start, while the startupProbe holds it back for up to ${allowed} s (${before}${failureThreshold} x ${periodSeconds}) already`,
        help: "after a slow start the delay is over, after a quick one it only makes the probe late",
        ...(delay < SHORT_DELAY_SECONDS ? { strict: true } : {}),
        related: [{ at: startup.field, message: "the startup probe" }],
        fixes: [{ title: "remove initialDelaySeconds", safety: "unsafe", changes: [{ remove: field }] }],
      };
    }
  },
});
