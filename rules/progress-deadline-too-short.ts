import type { Container } from "../src/kubernetes/container.ts";
import { minReadySecondsOf } from "../src/kubernetes/pod-seconds.ts";
import { documentedStartupBudget, readyAfterStart } from "../src/rollout/arithmetic.ts";
import { defineRule, yaml } from "../src/rule.ts";

/** Scheduling and the pull of the image, which the deadline includes. */
const SLACK_SECONDS = 30;

export default defineRule({
  id: "progress-deadline-too-short",
  summary: "A rollout is called failed while its pod may still start in time",
  why: `progressDeadlineSeconds is the longest pause between two steps of a rollout, and the first step is a new pod that becomes
    available. When its probes allow it more time than the deadline, a slow but healthy start sets Progressing=False:
    kubectl rollout status and the pipeline behind it fail, though the rollout goes on by itself.`,
  severity: "warning",
  severities: { error: "the startup probe alone allows as much time as the deadline" },
  presets: ["recommended"],
  fix: "unsafe",
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#progress-deadline-seconds",
    "pkg/controller/deployment/util: DeploymentTimedOut",
  ],
  examples: [
    {
      bad: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          progressDeadlineSeconds: 120
          #                        ^^^ progressDeadlineSeconds 120 may be over before a slow but healthy pod is available: up to 330 s (startup probe 300 + 30 for scheduling and pull)
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
                  startupProbe:
                    httpGet: { path: /up, port: 8080 }
                    periodSeconds: 10
                    failureThreshold: 30
      `,
      good: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          progressDeadlineSeconds: 360
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
                  startupProbe:
                    httpGet: { path: /up, port: 8080 }
                    periodSeconds: 10
                    failureThreshold: 30
      `,
    },
  ],

  target: "workload",
  *check(workload) {
    const field = workload.resource.spec.get("progressDeadlineSeconds");
    const deadline = field.number;
    const minReady = minReadySecondsOf(workload);
    // Of the default, 600 s, startup-budget-exceeds-progress-deadline speaks; a deadline below minReadySeconds is refused.
    if (!workload.isDeployment || deadline === undefined || minReady === undefined || deadline <= minReady) return;
    const [slowest] = workload.longRunningContainers
      .map(allowance)
      .filter(known => known !== undefined)
      .sort((a, b) => b.seconds - a.seconds);
    if (slowest === undefined || deadline > slowest.seconds + minReady + SLACK_SECONDS) return;
    const total = slowest.seconds + minReady + SLACK_SECONDS;
    const enough = Math.ceil((total + 1) / 60) * 60;
    yield {
      at: field,
      message: `progressDeadlineSeconds ${deadline} may be over before a slow but healthy pod is available: up to ${total} s (${slowest.terms}${minReady === 0 ? "" : ` + minReadySeconds ${minReady}`} + ${SLACK_SECONDS} for scheduling and pull)`,
      help: "the rollout is then reported as failed, though it goes on",
      related: [{ at: slowest.container.field, message: "this container may take that long" }],
      ...(deadline <= slowest.startup ? { severity: "error" as const } : {}),
      fixes: [{ title: `write ${enough}`, safety: "unsafe", changes: [{ set: field, to: enough }] }],
    };
  },
});

/** The time that a container's probes give it to become ready. */
function allowance(container: Container) {
  const startup = container.startup?.timing;
  const readiness = container.readiness?.timing;
  if (startup === undefined && readiness === undefined) return undefined;
  const budget = startup === undefined ? 0 : documentedStartupBudget(startup);
  if (readiness === undefined) return { container, startup: budget, seconds: budget, terms: `startup probe ${budget}` };
  if (startup === undefined) {
    const { latest } = readyAfterStart(readiness);
    return { container, startup: 0, seconds: latest, terms: `readiness probe ${latest}` };
  }
  const run = readiness.successThreshold * readiness.periodSeconds;
  const terms = `startup probe ${budget} + readiness probe ${run}`;
  return { container, startup: budget, seconds: budget + run, terms };
}
