import { killAfterFault, RELIST_SECONDS } from "../src/rollout/arithmetic.ts";
import { failureRunText } from "../src/rollout/probe-text.ts";
import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "liveness-too-slow",
  summary: "A liveness probe takes many minutes to notice a deadlock",
  why: `From the moment a process hangs, liveness needs up to one period to look, and then as many failures as its threshold asks for. Within
    minutes somebody has usually restarted the pod by hand; a probe that is slower than that protects nobody.`,
  severity: "info",
  presets: ["strict"],
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#configure-probes",
    "pkg/kubelet/prober: worker.doProbe",
  ],
  options: {
    seconds: { type: "integer", description: "Seconds to the restart that are tolerated", default: 300, minimum: 1 },
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
                periodSeconds: 300
                #              ^^^ a deadlock of container "web" lasts up to 902 s (300 + (3 - 1) x 300 + 1 + 1) until liveness kills it
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
      `,
    },
  ],

  target: "container",
  *check(container, { options }) {
    const { liveness } = container;
    const timing = liveness?.timing;
    if (liveness === undefined || timing === undefined) return;
    const { latest } = killAfterFault(timing, timing.timeoutSeconds);
    if (latest <= Number(options.seconds)) return;
    const period = liveness.field.get("periodSeconds");
    const terms = `${timing.periodSeconds} + ${failureRunText(timing, timing.timeoutSeconds)} + ${RELIST_SECONDS}`;
    yield {
      at: period.exists ? period : liveness.field,
      message: `a deadlock of container "${container.name}" lasts up to ${latest} s (${terms}) until liveness kills it`,
      help: "a deadlock that lasts so long is usually ended by somebody else",
    };
  },
});
