import { documentedStartupBudget } from "../src/rollout/arithmetic.ts";
import { defineRule, yaml } from "../src/rule.ts";

/** pkg/apis/apps/v1: SetDefaults_Deployment. */
const DEFAULT_DEADLINE_SECONDS = 600;

export default defineRule({
  id: "startup-budget-exceeds-progress-deadline",
  summary: "A start may take longer than the Deployment waits for progress",
  why: `A Deployment that makes no progress for progressDeadlineSeconds is reported as failed (ProgressDeadlineExceeded), and tools that wait for the
    rollout give up. A startup probe that allows more time than that means that a start within the rules counts as a failed rollout.`,
  severity: "warning",
  presets: ["recommended"],
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
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
                  startupProbe:
                    httpGet: { path: /livez, port: 8080 }
                    periodSeconds: 10
                    failureThreshold: 90
                    #                 ^^ a start may take 900 s (90 x 10), but Deployment "web" counts as failed after 600 s without progress (progressDeadlineSeconds is not set)
      `,
      good: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          progressDeadlineSeconds: 1200
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
                  startupProbe:
                    httpGet: { path: /livez, port: 8080 }
                    periodSeconds: 10
                    failureThreshold: 90
      `,
    },
  ],

  target: "container",
  *check(container, { workload }) {
    const { startup, readiness } = container;
    const timing = startup?.timing;
    if (!workload.isDeployment || startup === undefined || timing === undefined) return;
    // A deadline that somebody chose is the business of progress-deadline-too-short.
    if (workload.resource.spec.get("progressDeadlineSeconds").exists) return;
    const { initialDelaySeconds: delay, periodSeconds: period, failureThreshold: threshold } = timing;
    const { successThreshold = 1, periodSeconds = 0 } = readiness?.timing ?? {};
    const further = (successThreshold - 1) * periodSeconds;
    const total = documentedStartupBudget(timing) + further;
    if (total < DEFAULT_DEADLINE_SECONDS) return;
    const terms = `${delay > 0 ? `${delay} + ` : ""}${threshold} x ${period}${further > 0 ? ` + ${further} for readiness` : ""}`;
    const field = startup.field.get("failureThreshold");
    yield {
      at: field.exists ? field : startup.field,
      message: `a start may take ${total} s (${terms}), but ${workload.title} counts as failed after ${DEFAULT_DEADLINE_SECONDS} s without progress (progressDeadlineSeconds is not set)`,
      help: "a slow start that the startup probe allows ends in ProgressDeadlineExceeded, and tools that wait for the rollout give up",
      related: [{ at: workload.resource.nameField, message: "its deadline is the default" }],
    };
  },
});
