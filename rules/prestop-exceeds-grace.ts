import { type Delay, delayOf } from "../src/kubernetes/hook.ts";
import type { Workload } from "../src/kubernetes/workload.ts";
import { shutdownTimes } from "../src/rollout/arithmetic.ts";
import { type Change, defineRule, yaml } from "../src/rule.ts";

/** preStop.sleep exists and is on by default from here on; before, the validator speaks about it. */
const SLEEP_SINCE = 30;
const DRAIN_SECONDS = 30;

export default defineRule({
  id: "prestop-exceeds-grace",
  summary: "A preStop hook waits as long as the pod's grace period, or longer",
  why: `The hook runs inside the grace period, which starts with the deletion. When it is over the hook is cut off, SIGTERM is sent,
    and SIGKILL follows 2 s later: the application has no time left to finish its requests. The API server refuses a sleep action that
    is longer than the grace period; of a command it knows nothing.`,
  severity: "warning",
  severities: { error: "the sleep action is longer than the grace period: the API server refuses the object" },
  presets: ["recommended"],
  fix: "unsafe",
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination",
    "pkg/kubelet/kuberuntime: killContainer",
    "pkg/apis/core/validation: validateSleepAction",
  ],
  examples: [
    {
      title: "A command",
      bad: yaml`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              lifecycle:
                preStop:
                  exec: { command: [sh, -c, "sleep 45; nginx -s quit"] }
                  #                         ^^^^^^^^^^^^^^^^^^^^^^^^^ preStop waits 45 s ("sleep 45") of a grace period of 40 s: SIGTERM comes after 40 s and SIGKILL 2 s later
          terminationGracePeriodSeconds: 40
      `,
      good: yaml`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              lifecycle:
                preStop:
                  exec: { command: [sh, -c, "sleep 45; nginx -s quit"] }
          terminationGracePeriodSeconds: 75
      `,
    },
    {
      title: "A sleep action",
      bad: yaml`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              lifecycle:
                preStop:
                  sleep: { seconds: 60 }
                  #                 ^^ preStop sleeps 60 s but the pod has 30 s, the default, to end: must be non-negative and less than terminationGracePeriodSeconds (30)
      `,
      good: yaml`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          terminationGracePeriodSeconds: 90
          containers:
            - name: web
              image: example.com/web:1.4.0
              lifecycle:
                preStop:
                  sleep: { seconds: 60 }
      `,
    },
  ],

  target: "container",
  *check(container, { workload, minor }) {
    const delay = delayOf(container, "preStop");
    const grace = workload.gracePeriodSeconds;
    if (delay === undefined || grace === undefined || grace <= 0 || delay.seconds < grace) return;
    // The validator speaks about longer ones.
    if (delay.form === "sleep action" && (delay.seconds > grace || minor < SLEEP_SINCE)) return;
    const { sigterm, exit } = shutdownTimes({
      graceSeconds: grace,
      preStopSeconds: delay.seconds,
      shutdownSeconds: Number.POSITIVE_INFINITY,
    });
    const period = workload.podSpec.get("terminationGracePeriodSeconds");
    yield {
      at: delay.at,
      message: `preStop waits ${delay.seconds} s ("${delay.text}") of a grace period of ${grace} s${period.exists ? "" : ", the default"}: SIGTERM comes after ${sigterm} s and SIGKILL ${exit - sigterm} s later`,
      help: "the application has no time to finish its requests; a grace period of the wait plus the time it needs gives it",
      ...(period.exists ? { related: [{ at: period, message: "the grace period" }] } : {}),
      fixes: [
        { title: `give the pod ${longer(delay)} s to end`, safety: "unsafe", changes: [extended(workload, delay)] },
      ],
    };
  },
});

function longer(delay: Delay): number {
  return Math.ceil(delay.seconds) + DRAIN_SECONDS;
}

function extended(workload: Workload, delay: Delay): Change {
  const period = workload.podSpec.get("terminationGracePeriodSeconds");
  if (period.exists) return { set: period, to: longer(delay) };
  return { add: workload.podSpec, key: "terminationGracePeriodSeconds", yaml: String(longer(delay)) };
}
