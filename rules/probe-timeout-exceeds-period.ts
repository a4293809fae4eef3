import { failureRun } from "../src/rollout/arithmetic.ts";
import { failureRunText } from "../src/rollout/probe-text.ts";
import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "probe-timeout-exceeds-period",
  summary: "A probe may wait longer for an answer than the time between two attempts",
  why: `Attempts of one probe never overlap: the next one waits for the last. When the application hangs, the period is the timeout, and a
    failure takes as many timeouts to be noticed as the threshold asks for, not as many periods.`,
  severity: "warning",
  presets: ["recommended"],
  fix: "unsafe",
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#configure-probes",
    "https://github.com/kubernetes/kubernetes/issues/86280",
    "pkg/kubelet/prober: worker.run",
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
              readinessProbe:
                httpGet: { path: /ready, port: 8080 }
                periodSeconds: 10
                timeoutSeconds: 300
                #               ^^^ timeoutSeconds 300 exceeds periodSeconds 10 of the readiness probe: attempts never overlap, so 3 that hang take 900 s ((3 - 1) x 300 + 300), not 30 s
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
                periodSeconds: 10
                timeoutSeconds: 10
      `,
    },
  ],

  target: "container",
  *check(container) {
    for (const probe of container.probes) {
      const timing = probe.timing;
      if (timing === undefined || timing.timeoutSeconds <= timing.periodSeconds) continue;
      const { timeoutSeconds: timeout, periodSeconds: period, failureThreshold: threshold } = timing;
      const field = probe.field.get("timeoutSeconds");
      const periodField = probe.field.get("periodSeconds");
      const origin = periodField.exists ? "" : " (the default)";
      const run = failureRun(timing, timeout);
      const cost =
        threshold === 1
          ? `one that hangs holds the next back for ${timeout} s`
          : `${threshold} that hang take ${run} s (${failureRunText(timing, timeout)}), not ${failureRun({ ...timing, timeoutSeconds: period }, period)} s`;
      yield {
        at: field,
        message: `timeoutSeconds ${timeout} exceeds periodSeconds ${period}${origin} of the ${probe.label} probe: attempts never overlap, so ${cost}`,
        help: "an answer that late is a failure to every caller; a timeout within the period keeps the detection as fast as the period promises",
        ...(periodField.exists ? { related: [{ at: periodField, message: "the period" }] } : {}),
        fixes: [{ title: `write timeoutSeconds: ${period}`, safety: "unsafe", changes: [{ set: field, to: period }] }],
      };
    }
  },
});
