import { clientServicesOf } from "../src/graph/clients.ts";
import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "grace-period-short",
  summary: "Pods behind a Service get only a few seconds to finish their requests",
  why: `terminationGracePeriodSeconds is what a pod has from its deletion until SIGKILL: the wait until no more requests come, and the end of
    those that run. In a few seconds there is room for neither, and every rollout cuts requests off.`,
  severity: "warning",
  presets: ["strict"],
  fix: "unsafe",
  since: "0.1.0",
  references: ["https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination"],
  options: {
    seconds: {
      type: "integer",
      description: "The grace period below which it is reported",
      default: 10,
      minimum: 1,
    },
  },
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
              terminationGracePeriodSeconds: 2
              #                              ^ a grace period of 2 s ends with SIGKILL before the last requests from Service "web" are answered
              containers:
                - name: web
                  image: example.com/web:1.4.0
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          selector: { app: web }
          ports: [{ port: 80, targetPort: 8080 }]
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
              terminationGracePeriodSeconds: 30
              containers:
                - name: web
                  image: example.com/web:1.4.0
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          selector: { app: web }
          ports: [{ port: 80, targetPort: 8080 }]
      `,
    },
  ],

  target: "workload",
  *check(workload, { graph, options }) {
    const period = workload.podSpec.get("terminationGracePeriodSeconds");
    const seconds = period.number;
    // Of 0 grace-period-zero speaks.
    if (seconds === undefined || seconds <= 0 || seconds >= Number(options.seconds)) return;
    const service = clientServicesOf(workload, graph)[0];
    if (service === undefined) return;
    yield {
      at: period,
      message: `a grace period of ${seconds} s ends with SIGKILL before the last requests from Service "${service.name ?? "?"}" are answered`,
      help: "a pod that stops sooner uses no more of the period than it needs; 30 s is the default",
      related: [{ at: service.selectorField, message: "the traffic comes from here" }],
      fixes: [{ title: "write 30, the default", safety: "unsafe", changes: [{ set: period, to: 30 }] }],
    };
  },
});
