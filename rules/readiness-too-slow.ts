import { notReadyAfterFault } from "../src/rollout/arithmetic.ts";
import { failureRunText } from "../src/rollout/probe-text.ts";
import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "readiness-too-slow",
  summary: "A broken pod keeps receiving traffic for a long time",
  why: `Until readiness has failed often enough in a row, the pod stays in the endpoints and gets its share of the requests. Many failures, far
    apart, mean many failed requests for each pod that breaks.`,
  severity: "info",
  presets: ["strict"],
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#configure-probes",
    "pkg/kubelet/prober: worker.doProbe",
  ],
  options: {
    seconds: { type: "integer", description: "Seconds to the removal that are tolerated", default: 60, minimum: 1 },
  },
  examples: [
    {
      bad: yaml`
        apiVersion: v1
        kind: Pod
        metadata: { name: web, labels: { app: web } }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              readinessProbe:
                httpGet: { path: /ready, port: 8080 }
                periodSeconds: 60
                #              ^^ a broken container "web" gets requests of Service "web" for up to 181 s (60 + (3 - 1) x 60 + 1)
                failureThreshold: 3
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          selector: { app: web }
          ports: [{ port: 8080 }]
      `,
      good: yaml`
        apiVersion: v1
        kind: Pod
        metadata: { name: web, labels: { app: web } }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              readinessProbe:
                httpGet: { path: /ready, port: 8080 }
                periodSeconds: 5
                failureThreshold: 3
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          selector: { app: web }
          ports: [{ port: 8080 }]
      `,
    },
  ],

  target: "container",
  *check(container, { workload, graph, options }) {
    const { readiness } = container;
    const timing = readiness?.timing;
    if (readiness === undefined || timing === undefined) return;
    const { latest } = notReadyAfterFault(timing, timing.timeoutSeconds);
    if (latest <= Number(options.seconds)) return;
    const service = graph.servicesOf(workload).find(candidate => !candidate.publishesNotReady);
    if (service === undefined) return;
    const period = readiness.field.get("periodSeconds");
    yield {
      at: period.exists ? period : readiness.field,
      message: `a broken container "${container.name}" gets requests of Service "${service.name ?? "?"}" for up to ${latest} s (${timing.periodSeconds} + ${failureRunText(timing, timing.timeoutSeconds)})`,
      help: "a shorter period finds it sooner, with the same number of failures to make sure",
    };
  },
});
