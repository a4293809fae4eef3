import { firstReadinessAttempt } from "../src/rollout/arithmetic.ts";
import { defineRule, yaml } from "../src/rule.ts";

/** The sync that follows a container's start restarts the ticker of its readiness probe since then (kubernetes#119089). */
export const TICKER_RESET_SINCE = 32;

export default defineRule({
  id: "readiness-initial-delay-rounded",
  summary: "The initial delay of a readiness probe is rounded up to the next attempt",
  why: `Readiness is attempted right after the container's start and then once every period; attempts before initialDelaySeconds are skipped. The
    first one that counts is therefore the first multiple of the period after the delay, not the delay.`,
  severity: "info",
  presets: ["strict"],
  since: "0.1.0",
  references: [
    "https://github.com/kubernetes/kubernetes/issues/118815",
    "https://github.com/kubernetes/kubernetes/pull/119089",
    "pkg/kubelet/prober: manager.UpdatePodStatus",
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
                initialDelaySeconds: 5
                #                    ^ initialDelaySeconds 5 with periodSeconds 10 makes the first readiness attempt that counts come 10 to 13 s after the start, not after 5 s
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
              readinessProbe:
                httpGet: { path: /ready, port: 8080 }
                initialDelaySeconds: 5
                periodSeconds: 5
      `,
    },
  ],

  target: "container",
  *check(container, { minor }) {
    const { readiness } = container;
    const timing = readiness?.timing;
    if (minor < TICKER_RESET_SINCE || readiness === undefined || timing === undefined) return;
    if (container.field.get("startupProbe").exists) return;
    const { initialDelaySeconds: delay, periodSeconds: period } = timing;
    const { earliest, latest } = firstReadinessAttempt(timing);
    if (delay === 0 || delay % period === 0 || earliest <= delay) return;
    yield {
      at: readiness.field.get("initialDelaySeconds"),
      message: `initialDelaySeconds ${delay} with periodSeconds ${period} makes the first readiness attempt that counts come ${earliest} to ${latest} s after the start, not after ${delay} s`,
      help: "attempts come once every period from the start on; a period that divides the delay, or no delay, is what takes effect",
    };
  },
});
