import { minReadySecondsOf } from "../src/kubernetes/pod-seconds.ts";
import { isHelmHook } from "../src/kubernetes/purpose.ts";
import { rollingStrategyOf } from "../src/kubernetes/strategy.ts";
import { defineRule, yaml } from "../src/rule.ts";

const SECONDS = 10;

export default defineRule({
  id: "min-ready-seconds-zero",
  summary: "One passing readiness probe is enough for a rollout to go on",
  why: `With minReadySeconds 0 a pod is available with its first success, and the next old pod goes. A release that answers at first and
    fails soon after, on its first requests, a full connection pool or a growing heap, has replaced everything before it shows.`,
  severity: "info",
  presets: ["strict"],
  fix: "unsafe",
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#min-ready-seconds",
    "pkg/api/v1/pod: IsPodAvailable",
  ],
  examples: [
    {
      bad: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
        #^^^ minReadySeconds 0, the default, lets a rollout go on with the first readiness probe that passes
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
                  readinessProbe:
                    httpGet: { path: /ready, port: 8080 }
      `,
      good: yaml`
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
                  readinessProbe:
                    httpGet: { path: /ready, port: 8080 }
          minReadySeconds: 10
      `,
    },
  ],

  target: "workload",
  *check(workload, { graph }) {
    const rolling = rollingStrategyOf(workload, graph);
    if (rolling === undefined || isHelmHook(workload) || minReadySecondsOf(workload) !== 0) return;
    if (!workload.longRunningContainers.some(({ readiness }) => readiness?.timing !== undefined)) return;
    const field = workload.resource.spec.get("minReadySeconds");
    yield {
      at: field,
      message: `minReadySeconds 0${field.exists ? "" : ", the default,"} lets a rollout go on with the first readiness probe that passes`,
      help: "a release that fails in its first seconds of service is noticed when the old pods are gone",
      fixes: [
        {
          title: `write minReadySeconds: ${SECONDS}`,
          safety: "unsafe",
          changes: [
            field.node === undefined
              ? { add: workload.resource.spec, key: "minReadySeconds", yaml: String(SECONDS) }
              : { set: field, to: SECONDS },
          ],
        },
      ],
    };
  },
});
