import { killAfterFault, restartAfterFault } from "../src/rollout/arithmetic.ts";
import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "liveness-slow-kill",
  summary: "A hung container goes on for the pod's long grace period after liveness has given it up",
  why: `When liveness fails, the kubelet stops the container as it does when the pod is deleted: SIGTERM, then the grace period, then SIGKILL. A
    process that hangs does not react to SIGTERM, so a grace period made for draining is added to every deadlock.`,
  severity: "info",
  presets: ["strict"],
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#probe-level-terminationgraceperiodseconds",
    "pkg/kubelet/kuberuntime: killContainer",
  ],
  options: {
    seconds: {
      type: "integer",
      description: "The grace period of the pod from which on it is reported",
      default: 60,
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
          terminationGracePeriodSeconds: 3600
          containers:
            - name: web
              image: example.com/web:1.4.0
              livenessProbe:
             #^^^^^^^^^^^^^ a container "web" that hangs is back after up to 3632 s (32 to notice + 3600 of grace)
                httpGet: { path: /livez, port: 8080 }
      `,
      good: yaml`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          terminationGracePeriodSeconds: 3600
          containers:
            - name: web
              image: example.com/web:1.4.0
              livenessProbe:
                httpGet: { path: /livez, port: 8080 }
                terminationGracePeriodSeconds: 30
      `,
    },
  ],

  target: "container",
  *check(container, { workload, options }) {
    const { liveness } = container;
    const timing = liveness?.timing;
    const grace = workload.gracePeriodSeconds;
    if (liveness === undefined || timing === undefined || grace === undefined) return;
    if (grace < Number(options.seconds) || liveness.field.get("terminationGracePeriodSeconds").exists) return;
    const kill = killAfterFault(timing, timing.timeoutSeconds).latest;
    const shutdown = { graceSeconds: grace, shutdownSeconds: Number.POSITIVE_INFINITY };
    const { latest } = restartAfterFault(timing, shutdown, timing.timeoutSeconds);
    yield {
      at: liveness.field,
      message: `a container "${container.name}" that hangs is back after up to ${latest} s (${kill} to notice + ${grace} of grace)`,
      help: "terminationGracePeriodSeconds of the probe replaces the pod's for its own kills",
      related: [{ at: workload.podSpec.get("terminationGracePeriodSeconds"), message: "the grace period of the pod" }],
    };
  },
});
