import type { Field } from "../src/field.ts";
import { expectedStart } from "../src/kubernetes/startup.ts";
import { guaranteedStartupBudget } from "../src/rollout/arithmetic.ts";
import { startupBudgetText, startupProbeLike } from "../src/rollout/probe-text.ts";
import { defineRule, type RuleFix, yaml } from "../src/rule.ts";

export default defineRule({
  id: "startup-probe-missing",
  summary: "A long initial delay of a liveness probe stands in for a startup probe",
  why: `initialDelaySeconds is a guess that holds for every start: one that takes longer is killed, and in all of them a hang goes
    unnoticed until the delay is over. A startup probe waits exactly as long as the start takes, and liveness begins right after it.`,
  severity: "warning",
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
      description: "The initialDelaySeconds of a liveness probe from which on it is reported",
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
              livenessProbe:
                httpGet: { path: /livez, port: 8080 }
                initialDelaySeconds: 120
                #                    ^^^ liveness initialDelaySeconds 120 stands in for a startupProbe: a start of more than 139 s (120 - 1 + (3 - 1) x 10) may be killed, and no hang is noticed in the first 120 s
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
              livenessProbe:
                httpGet: { path: /livez, port: 8080 }
                periodSeconds: 10
              startupProbe:
                httpGet: { path: /livez, port: 8080 }
                periodSeconds: 10
                failureThreshold: 15
      `,
    },
  ],

  target: "container",
  *check(container, { workload, options }) {
    const { liveness } = container;
    const timing = liveness?.timing;
    if (liveness === undefined || timing === undefined || container.field.get("startupProbe").exists) return;
    const { initialDelaySeconds: delay } = timing;
    if (delay < Number(options.delaySeconds)) return;
    const field = liveness.field.get("initialDelaySeconds");
    const budget = guaranteedStartupBudget(timing);
    // A start that is known to take longer is liveness-kills-slow-start.
    if ((expectedStart(container, workload)?.seconds ?? 0) > budget) return;
    const startup = startupProbeLike(liveness, budget);
    yield {
      at: field,
      message: `liveness initialDelaySeconds ${delay} stands in for a startupProbe: a start of more than ${budget} s (${startupBudgetText(timing)}) may be killed, and no hang is noticed in the first ${delay} s`,
      help: "a startupProbe ends the waiting as soon as the application answers, and leaves the liveness probe free of a delay",
      scope: container.field,
      fixes: startup === undefined ? [] : [replaceDelay(field, container.field, startup)],
    };
  },
});

function replaceDelay(delay: Field, container: Field, startup: Readonly<Record<string, unknown>>): RuleFix {
  return {
    title: "add a startupProbe and drop the delay",
    safety: "unsafe",
    changes: [{ remove: delay }, { add: container, key: "startupProbe", entries: startup }],
  };
}
