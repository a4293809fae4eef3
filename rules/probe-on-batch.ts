import type { Probe } from "../src/kubernetes/probe.ts";
import { killAfterFault } from "../src/rollout/arithmetic.ts";
import { defineRule, yaml } from "../src/rule.ts";

const KINDS = new Set(["Job", "CronJob", "ScaledJob"]);
/** A batch that does not answer for a minute is usually just at work. */
const QUIET_SECONDS = 60;

export default defineRule({
  id: "probe-on-batch",
  summary: "A Job is probed like a server",
  why: `Nobody reads the readiness of a pod that no Service selects. A liveness probe on a Job can do harm: a long computation that leaves no time
    to answer is killed and begins anew, or counts as one of the Job's failures.`,
  severity: "info",
  severities: { warning: "a liveness probe kills within 60 s, while batch work may be quiet for longer" },
  presets: ["strict"],
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/concepts/workloads/controllers/job/",
    "https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#container-probes",
    "pkg/kubelet/prober: worker.doProbe",
  ],
  examples: [
    {
      bad: yaml`
        apiVersion: batch/v1
        kind: Job
        metadata: { name: report }
        spec:
          template:
            spec:
              restartPolicy: OnFailure
              containers:
                - name: report
                  image: example.com/report:1.4.0
                  readinessProbe:
                 #^^^^^^^^^^^^^^ nobody reads the readiness of container "report": no Service selects the pods of Job "report"
                    exec: { command: [cat, /tmp/ready] }
      `,
      good: yaml`
        apiVersion: batch/v1
        kind: Job
        metadata: { name: report }
        spec:
          template:
            spec:
              restartPolicy: OnFailure
              containers:
                - name: report
                  image: example.com/report:1.4.0
      `,
    },
  ],

  target: "container",
  *check(container, { workload, graph }) {
    if (!KINDS.has(workload.kind) || container.kind !== "app") return;
    const { liveness, readiness } = container;
    if (readiness !== undefined && graph.servicesOf(workload).length === 0)
      yield {
        at: readiness.field,
        message: `nobody reads the readiness of container "${container.name}": no Service selects the pods of ${workload.title}`,
        help: "a Job looks at exit codes alone; the attempts are for nothing",
      };
    if (liveness !== undefined) yield* killsQuietWork(liveness, container.name, workload.title);
  },
});

function* killsQuietWork(liveness: Probe, name: string, title: string) {
  const timing = liveness.timing;
  if (timing === undefined || liveness.handler === undefined) return;
  const { periodSeconds: period, failureThreshold: threshold, timeoutSeconds: timeout } = timing;
  const { latest } = killAfterFault(timing, timeout);
  if (threshold * period + timeout >= QUIET_SECONDS) return;
  yield {
    at: liveness.field,
    message: `liveness kills container "${name}" of ${title} when it does not answer for ${latest} s (${period} + (${threshold} - 1) x ${Math.max(period, timeout)} + ${timeout}, noticed within 1 s)`,
    help: "work that leaves no time to answer looks like a hang; activeDeadlineSeconds limits a Job as a whole",
    severity: "warning" as const,
  };
}
