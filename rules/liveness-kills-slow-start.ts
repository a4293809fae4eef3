import type { Field } from "../src/field.ts";
import { expectedStart } from "../src/kubernetes/startup.ts";
import { guaranteedStartupBudget, neverHealthyKill } from "../src/rollout/arithmetic.ts";
import { startupBudgetText, startupProbeLike } from "../src/rollout/probe-text.ts";
import { defineRule, type RuleFix, yaml } from "../src/rule.ts";

export default defineRule({
  id: "liveness-kills-slow-start",
  summary: "Liveness kills the container before it is expected to be up",
  why: `Without a startup probe, liveness begins initialDelaySeconds after the container's start and counts every failed attempt. If the manifest
    itself says that a start takes longer than that, the container is killed in the middle of it, again and again: CrashLoopBackOff.`,
  severity: "error",
  severities: { warning: "how long a start takes is only guessed from the delay of the readiness probe" },
  presets: ["recommended"],
  fix: "unsafe",
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#define-startup-probes",
    "pkg/kubelet/prober: worker.doProbe",
  ],
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
              livenessProbe:
             #^^^^^^^^^^^^^ liveness kills a container that does not answer 14 (5 - 1 + (3 - 1) x 5) to 22 s after its start, but this one is not expected to be up before 60 s (initialDelaySeconds of the readiness probe)
                httpGet: { path: /health, port: 8080 }
                initialDelaySeconds: 5
                periodSeconds: 5
              readinessProbe:
                httpGet: { path: /health, port: 8080 }
                initialDelaySeconds: 60
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
                httpGet: { path: /health, port: 8080 }
                initialDelaySeconds: 5
                periodSeconds: 5
              readinessProbe:
                httpGet: { path: /health, port: 8080 }
                initialDelaySeconds: 60
              startupProbe:
                httpGet: { path: /health, port: 8080 }
                periodSeconds: 10
                failureThreshold: 13
      `,
    },
  ],

  target: "container",
  *check(container, { workload }) {
    const { liveness } = container;
    const timing = liveness?.timing;
    if (liveness === undefined || timing === undefined || container.field.get("startupProbe").exists) return;
    const start = expectedStart(container, workload);
    if (start === undefined || guaranteedStartupBudget(timing) >= start.seconds) return;
    const { earliest } = neverHealthyKill(timing);
    const { latest } = neverHealthyKill(timing, timing.timeoutSeconds);
    const startup = startupProbeLike(liveness, 2 * start.seconds);
    yield {
      at: liveness.field,
      message: `liveness kills a container that does not answer ${earliest} (${startupBudgetText(timing)}) to ${latest} s after its start, but this one is not expected to be up before ${start.seconds} s (${start.reason})`,
      help: "a start that takes that long never gets to its end; a startupProbe holds liveness back until it has succeeded",
      related: [{ at: start.field, message: "how long a start takes" }],
      scope: container.field,
      ...(start.by === "readinessProbe" ? { severity: "warning" as const } : {}),
      fixes: startup === undefined ? [] : [holdBack(container.field, startup, start.seconds)],
    };
  },
});

function holdBack(container: Field, startup: Readonly<Record<string, unknown>>, seconds: number): RuleFix {
  return {
    title: `add a startupProbe for twice ${seconds} s`,
    safety: "unsafe",
    changes: [{ add: container, key: "startupProbe", entries: startup }],
  };
}
