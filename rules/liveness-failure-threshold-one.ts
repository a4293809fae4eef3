import type { Severity } from "../src/diagnostic.ts";
import type { Container } from "../src/kubernetes/container.ts";
import { criticalBecause } from "../src/kubernetes/criticality.ts";
import type { Probe, Timing } from "../src/kubernetes/probe.ts";
import { defineRule, yaml } from "../src/rule.ts";

/** Shorter than many a garbage collection or a slow disk. */
const SHORT_TIMEOUT_SECONDS = 2;
/** A heartbeat file looked at once a minute has been given its patience elsewhere. */
const SLOW_PERIOD_SECONDS = 60;

export default defineRule({
  id: "liveness-failure-threshold-one",
  summary: "A single failed attempt of a liveness probe restarts the container",
  why: `With failureThreshold 1 there is no second look: one answer that is late, one dropped packet, one pause for garbage collection, and the
    kubelet kills the container. Under load all replicas are slow at the same time, and are restarted at the same time.`,
  severity: "warning",
  severities: {
    error: "the workload is critical and the timeout is at most 2 s",
    info: "a startup probe comes first, or a command is run once a minute or less",
  },
  presets: ["recommended"],
  fix: "unsafe",
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#configure-probes",
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
              livenessProbe:
                httpGet: { path: /livez, port: 8080 }
                timeoutSeconds: 2
                failureThreshold: 1
                #                 ^ one answer to the liveness probe that fails or takes more than 2 s restarts container "web" (failureThreshold 1)
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
                timeoutSeconds: 2
                failureThreshold: 3
      `,
    },
  ],

  target: "container",
  *check(container, { workload, criticality }) {
    const { liveness } = container;
    const timing = liveness?.timing;
    if (liveness === undefined || timing === undefined) return;
    if (timing.failureThreshold !== 1) return;
    const field = liveness.field.get("failureThreshold");
    const importance = criticality(workload);
    const severity = severityOf(liveness, timing, { container, critical: importance.critical });
    yield {
      at: field,
      message: `one answer to the liveness probe that fails or takes more than ${timing.timeoutSeconds} s restarts container "${container.name}" (failureThreshold 1)${criticalBecause(importance, severity === "error")}`,
      help: "every replica that is slow at the same moment is restarted at the same moment",
      severity,
      ...(severity === "info" ? { strict: true } : {}),
      fixes: [{ title: "write failureThreshold: 3", safety: "unsafe", changes: [{ set: field, to: 3 }] }],
    };
  },
});

function severityOf(
  liveness: Probe,
  timing: Timing,
  { container, critical }: { container: Container; critical: boolean },
): Severity {
  if (container.field.get("startupProbe").exists) return "info";
  if (liveness.handler?.kind === "exec" && timing.periodSeconds >= SLOW_PERIOD_SECONDS) return "info";
  return critical && timing.timeoutSeconds <= SHORT_TIMEOUT_SECONDS ? "error" : "warning";
}
