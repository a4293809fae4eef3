import type { Container } from "../src/kubernetes/container.ts";
import type { Workload } from "../src/kubernetes/workload.ts";
import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "liveness-with-restart-never",
  summary: "A probe may kill a container that is never restarted",
  why: `A failed liveness or startup probe kills the container, and what follows is the restart policy's business. With Never nothing follows:
    the pod ends as Failed and stays so. The probe does not repair a hang, it makes it final.`,
  severity: "warning",
  severities: { info: "the pod belongs to a Job, which makes another one until backoffLimit is reached" },
  presets: ["recommended"],
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#restart-policy",
    "pkg/kubelet/kuberuntime: computePodActions",
  ],
  examples: [
    {
      bad: yaml`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          restartPolicy: Never
          containers:
            - name: web
              image: example.com/web:1.4.0
              livenessProbe:
             #^^^^^^^^^^^^^ a failed liveness probe ends container "web" for good, and its pod as Failed (restartPolicy Never)
                httpGet: { path: /livez, port: 8080 }
      `,
      good: yaml`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          restartPolicy: Always
          containers:
            - name: web
              image: example.com/web:1.4.0
              livenessProbe:
                httpGet: { path: /livez, port: 8080 }
      `,
    },
  ],

  target: "container",
  *check(container, { workload }) {
    const policy = workload.podSpec.get("restartPolicy");
    if (policy.scalar !== "Never" || !isNeverRestarted(container, workload)) return;
    const isBatch = workload.kind !== "Pod";
    for (const probe of [container.startup, container.liveness]) {
      if (probe === undefined) continue;
      yield {
        at: probe.field,
        message: `a failed ${probe.label} probe ends container "${container.name}" for good, and its pod as Failed (restartPolicy Never)`,
        help: isBatch
          ? "each such end uses up one of the Job's retries (backoffLimit)"
          : "restartPolicy Always or OnFailure restarts the container instead",
        related: [{ at: policy, message: "nothing is restarted" }],
        ...(isBatch ? { severity: "info" as const, strict: true } : {}),
      };
    }
  },
});

/** Sidecars restart in any case; others may have a policy of their own (ContainerRestartRules, 1.35). DaemonSets and the like cannot say Never. */
function isNeverRestarted(container: Container, { kind }: Workload): boolean {
  const own = container.field.get("restartPolicy");
  const rules = container.field.get("restartPolicyRules").items();
  const isMortal = kind === "Pod" || kind === "Job" || kind === "CronJob";
  return isMortal && container.kind === "app" && (!own.exists || own.scalar === "Never") && rules.length === 0;
}
