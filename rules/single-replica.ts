import { clientServicesOf, isCoveredByOthers } from "../src/graph/clients.ts";
import type { Graph } from "../src/graph/graph.ts";
import { reasonForOnePod } from "../src/kubernetes/claims.ts";
import { criticalBecause } from "../src/kubernetes/criticality.ts";
import { isDataStore, isIdle } from "../src/kubernetes/drain.ts";
import { isExpectedToServe } from "../src/kubernetes/purpose.ts";
import type { Service } from "../src/kubernetes/service.ts";
import { isRecreate } from "../src/kubernetes/strategy.ts";
import type { Workload } from "../src/kubernetes/workload.ts";
import { defineRule, yaml } from "../src/rule.ts";

const REPLICATED = new Set(["Deployment", "ReplicaSet", "ReplicationController", "Rollout", "DeploymentConfig"]);

export default defineRule({
  id: "single-replica",
  summary: "A critical workload has one pod, so the loss of its node is an outage",
  why: `A rollout of a single pod may be without a gap; a drained, preempted or lost node is not. The replacement starts only after the
    pod is evicted (after 5 minutes when the node just stops answering), and pulls its image and starts while nobody serves. With
    two pods on two nodes the other one carries on.`,
  severity: "warning",
  severities: { info: "a Service selects the pod, but nothing makes it critical" },
  presets: ["recommended"],
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/concepts/workloads/pods/disruptions/",
    "https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/#taint-based-evictions",
  ],
  examples: [
    {
      bad: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          replicas: 1
          #         ^ Deployment "web" has 1 replica: while its node is drained or lost, nobody serves; critical because: LoadBalancer Service web; Service web
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
          type: LoadBalancer
          selector: { app: web }
          ports: [{ port: 80, targetPort: 8080 }]
      `,
      good: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          replicas: 2
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
          type: LoadBalancer
          selector: { app: web }
          ports: [{ port: 80, targetPort: 8080 }]
      `,
    },
  ],

  target: "workload",
  *check(workload, { graph, criticality }) {
    if (!REPLICATED.has(workload.kind) || !isExpectedToServe(workload) || graph.replicasOf(workload) !== 1) return;
    // Of an autoscaler's floor hpa-min-one-critical speaks.
    if (graph.autoscalersOf(workload).length > 0 || isMeantAlone(workload)) return;
    if (workload.appContainers.length === 0 || reasonForOnePod(workload, graph) !== undefined) return;
    if (isCoveredByOthers(workload, graph)) return;
    const importance = criticality(workload);
    const { critical } = importance;
    const service = clientServicesOf(workload, graph)[0] ?? (critical ? openedService(workload, graph) : undefined);
    if (!critical && service === undefined) return;
    const origin = workload.replicasField.exists ? "" : ", the default";
    yield {
      at: workload.replicasField,
      message: `${workload.title} has 1 replica${origin}: while its node is drained or lost, ${service === undefined ? "no pod of it runs" : "nobody serves"}${criticalBecause(importance)}`,
      help: "2 replicas on two nodes keep one of them up",
      ...(service === undefined
        ? {}
        : { related: [{ at: service.selectorField, message: "this Service selects the pod" }] }),
      ...(critical ? {} : { severity: "info" as const, strict: true }),
    };
  },
});

/** A Service called like one for monitoring that is opened to the outside: somebody looks at what the pod shows. */
function openedService(workload: Workload, graph: Graph): Service | undefined {
  return graph.servicesOf(workload).find(service => service.isExternal || graph.routesTo(service).length > 0);
}

/** Only one may work at a time: by the strategy, by an election of one, or because two would be two stores. */
function isMeantAlone(workload: Workload): boolean {
  if (isRecreate(workload) || workload.appContainers.some(isDataStore) || workload.appContainers.every(isIdle))
    return true;
  const words = workload.appContainers.flatMap(({ field }) =>
    [...field.get("command").items(), ...field.get("args").items()].map(word => String(word.scalar)),
  );
  return words.some(word => /leader-?elect/i.test(word));
}
