import { clientServicesOf } from "../src/graph/clients.ts";
import { podCount, rollingStrategyOf, scaleFieldOf, unavailableText } from "../src/kubernetes/strategy.ts";
import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "rollout-halves-capacity",
  summary: "A rolling update may take half the pods behind a Service away, or more",
  why: `While the new pods start, those that are left carry all requests. With half of them gone each has twice its usual load; where
    there is no such reserve they time out, fail their probes and are restarted, and a rollout at a busy hour becomes an outage.`,
  severity: "warning",
  presets: ["recommended"],
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#max-unavailable",
    "pkg/controller/deployment/util: MaxUnavailable",
  ],
  options: {
    share: {
      type: "integer",
      description: "The percentage of the replicas that may be missing from which on it is reported",
      default: 50,
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
          replicas: 3
          strategy:
            type: RollingUpdate
            rollingUpdate: { maxSurge: 2, maxUnavailable: 2 }
            #                                             ^ maxUnavailable 2: a rollout goes on with 3 - 2 = 1 of 3 pods (33 %) behind Service "web"
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
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
          replicas: 3
          strategy:
            type: RollingUpdate
            rollingUpdate: { maxSurge: 2, maxUnavailable: 1 }
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
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
    const rolling = rollingStrategyOf(workload, graph);
    if (rolling === undefined || rolling.posts.raised || rolling.replicas < 2) return;
    const { unavailable, minAvailable } = rolling.posts;
    // With none left rollout-zero-available speaks.
    if (minAvailable === 0 || unavailable * 100 < Number(options.share) * rolling.replicas) return;
    const service = clientServicesOf(workload, graph)[0];
    // An excerpt without labels does not show what selects its pods.
    if (service === undefined && workload.podLabels.size > 0) return;
    const share = Math.floor((minAvailable * 100) / rolling.replicas);
    yield {
      at: rolling.maxUnavailable,
      message: `${unavailableText(rolling)}: a rollout goes on with ${rolling.replicas} - ${unavailable} = ${minAvailable} of ${podCount(rolling.replicas)} (${share} %)${service === undefined ? "" : ` behind Service "${service.name ?? "?"}"`}`,
      help: `those left carry ${times(rolling.replicas / minAvailable)} their usual load until new pods are Ready`,
      related: [
        { at: scaleFieldOf(workload, graph), message: `${podCount(rolling.replicas)} to keep up` },
        ...(service === undefined ? [] : [{ at: service.selectorField, message: "the traffic comes from here" }]),
      ],
    };
  },
});

function times(factor: number): string {
  return factor === 2 ? "twice" : `${Math.round(factor * 10) / 10} times`;
}
