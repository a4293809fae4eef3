import { clientServicesOf, isCoveredByOthers } from "../src/graph/clients.ts";
import { reasonForOnePod } from "../src/kubernetes/claims.ts";
import {
  isZero,
  podCount,
  rollingStrategyOf,
  scaleFieldOf,
  surgeText,
  unavailableText,
} from "../src/kubernetes/strategy.ts";
import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "rollout-fencepost",
  summary: "Both rollout limits of a Deployment round to 0, so one pod goes missing all the same",
  why: `maxSurge rounds up and maxUnavailable rounds down. When both come out as 0 nothing could ever move, so the controller uses
    maxUnavailable 1 instead. A percentage that looks like a promise of at most half the pods then costs one whole pod: with a single
    replica, all of them.`,
  severity: "warning",
  severities: {
    error: "a Service selects the only pod",
    info: "maxUnavailable is not written down, or two pods could not run side by side",
  },
  presets: ["recommended"],
  fix: "unsafe",
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#max-unavailable",
    "pkg/controller/deployment/util: ResolveFenceposts",
  ],
  examples: [
    {
      bad: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          replicas: 1
          strategy:
            type: RollingUpdate
            rollingUpdate: { maxSurge: 0, maxUnavailable: 50% }
            #                                             ^^^ maxSurge 0 and maxUnavailable 50 % of 1 rounds down to 0: with both 0 the controller uses maxUnavailable 1, and a rollout goes on with 0 of 1 pod
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
      `,
      good: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          replicas: 1
          strategy:
            type: RollingUpdate
            rollingUpdate: { maxSurge: 1, maxUnavailable: 50% }
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
      `,
    },
  ],

  target: "workload",
  *check(workload, { graph }) {
    const rolling = rollingStrategyOf(workload, graph);
    // Two zeros as such are refused by the API server (rollout-params-invalid).
    if (rolling === undefined || !rolling.posts.raised || isZero(rolling.maxUnavailable)) return;
    const { maxSurge, maxUnavailable, replicas } = rolling;
    const excuse = reasonForOnePod(workload, graph);
    const service = clientServicesOf(workload, graph)[0];
    const isOutage = replicas === 1 && service !== undefined && !isCoveredByOthers(workload, graph);
    const isMild = excuse !== undefined || (replicas > 1 && !maxUnavailable.exists);
    yield {
      at: maxUnavailable.exists ? maxUnavailable : maxSurge,
      message: `${surgeText(rolling)} and ${unavailableText(rolling)}: with both 0 the controller uses maxUnavailable 1, and a rollout goes on with ${replicas - 1} of ${podCount(replicas)}`,
      help: excuse === undefined ? "maxSurge 1 lets a new pod become Ready before an old one goes" : `here ${excuse}`,
      related: [
        { at: scaleFieldOf(workload, graph), message: `${podCount(replicas)} to keep up` },
        ...(service === undefined ? [] : [{ at: service.selectorField, message: "this Service selects the pods" }]),
      ],
      ...(isMild
        ? { severity: "info" as const, strict: excuse !== undefined }
        : isOutage
          ? { severity: "error" as const }
          : {}),
      ...(excuse === undefined && maxSurge.exists
        ? { fixes: [{ title: "write maxSurge: 1", safety: "unsafe" as const, changes: [{ set: maxSurge, to: 1 }] }] }
        : {}),
    };
  },
});
