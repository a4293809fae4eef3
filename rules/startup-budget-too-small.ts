import { expectedStart } from "../src/kubernetes/startup.ts";
import { documentedStartupBudget, guaranteedStartupBudget } from "../src/rollout/arithmetic.ts";
import { startupBudgetText } from "../src/rollout/probe-text.ts";
import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "startup-budget-too-small",
  summary: "A startup probe gives up before the application is expected to be up",
  why: `A startup probe kills the container with its last allowed failure. The first attempt may come right at the start, so what it guarantees is
    one period less than initialDelaySeconds + failureThreshold x periodSeconds. A start beyond that is killed, and begins anew.`,
  severity: "warning",
  severities: { info: "how long a start takes is only guessed from the delay of the readiness probe" },
  presets: ["recommended"],
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#define-startup-probes",
    "pkg/kubelet/prober: worker.doProbe",
  ],
  examples: [
    {
      bad: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
          annotations: { kprobe-lint.dev/startup-seconds: "60" }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              startupProbe:
                httpGet: { path: /livez, port: 8080 }
                periodSeconds: 5
                failureThreshold: 12
                #                 ^^ the startup probe guarantees 55 s ((12 - 1) x 5), not 60, but a start takes 60 s (annotation kprobe-lint.dev/startup-seconds)
      `,
      good: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
          annotations: { kprobe-lint.dev/startup-seconds: "60" }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              startupProbe:
                httpGet: { path: /livez, port: 8080 }
                periodSeconds: 5
                failureThreshold: 24
      `,
    },
  ],

  target: "container",
  *check(container, { workload }) {
    const { startup } = container;
    const timing = startup?.timing;
    if (startup === undefined || timing === undefined) return;
    const start = expectedStart(container, workload);
    const budget = guaranteedStartupBudget(timing);
    if (start === undefined || budget >= start.seconds) return;
    const threshold = startup.field.get("failureThreshold");
    yield {
      at: threshold.exists ? threshold : startup.field,
      message: `the startup probe guarantees ${budget} s (${startupBudgetText(timing)}), not ${documentedStartupBudget(timing)}, but a start takes ${start.seconds} s (${start.reason})`,
      help: "a start that takes longer is killed and begins anew, until it happens to be fast enough",
      related: [{ at: start.field, message: "how long a start takes" }],
      ...(start.by === "readinessProbe" ? { severity: "info" as const, strict: true } : {}),
    };
  },
});
