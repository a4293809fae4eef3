import { delayOf } from "../src/kubernetes/hook.ts";
import type { Workload } from "../src/kubernetes/workload.ts";
import { shutdownTimes } from "../src/rollout/arithmetic.ts";
import { type Change, defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "prestop-leaves-little-drain",
  summary: "After the preStop hook hardly any of the grace period is left to stop in",
  why: `The grace period covers the hook and the shutdown together. What the hook waits is gone when SIGTERM comes, and SIGKILL comes at
    the end of the period: an application that needs longer to finish its requests, or to write its state, is cut off.`,
  severity: "warning",
  presets: ["recommended"],
  fix: "unsafe",
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination",
    "pkg/kubelet/kuberuntime: killContainer",
  ],
  options: {
    seconds: {
      type: "integer",
      description: "The least that is left to stop in",
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
              lifecycle:
                preStop:
                  sleep: { seconds: 25 }
                  #                 ^^ preStop waits 25 s of a grace period of 30 s, the default: 30 - 25 = 5 s are left between SIGTERM and SIGKILL
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
                  sleep: { seconds: 25 }
          terminationGracePeriodSeconds: 55
      `,
    },
  ],

  target: "container",
  *check(container, { workload, options }) {
    const delay = delayOf(container, "preStop");
    const grace = workload.gracePeriodSeconds;
    // With nothing left, prestop-exceeds-grace speaks.
    if (delay === undefined || grace === undefined || delay.seconds <= 0 || delay.seconds >= grace) return;
    const left =
      grace - shutdownTimes({ graceSeconds: grace, preStopSeconds: delay.seconds, shutdownSeconds: 0 }).sigterm;
    if (left >= Number(options.seconds)) return;
    const period = workload.podSpec.get("terminationGracePeriodSeconds");
    const enough = Math.ceil(delay.seconds) + 30;
    yield {
      at: delay.at,
      message: `preStop waits ${delay.seconds} s of a grace period of ${grace} s${period.exists ? "" : ", the default"}: ${grace} - ${delay.seconds} = ${Math.round(left * 10) / 10} s are left between SIGTERM and SIGKILL`,
      help: "the grace period is the sum of the wait and of the time the application needs to stop",
      ...(period.exists ? { related: [{ at: period, message: "the grace period" }] } : {}),
      fixes: [{ title: `give the pod ${enough} s to end`, safety: "unsafe", changes: [extended(workload, enough)] }],
    };
  },
});

function extended(workload: Workload, seconds: number): Change {
  const period = workload.podSpec.get("terminationGracePeriodSeconds");
  if (period.exists) return { set: period, to: seconds };
  return { add: workload.podSpec, key: "terminationGracePeriodSeconds", yaml: String(seconds) };
}
