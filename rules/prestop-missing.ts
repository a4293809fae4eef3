import { type Exposure, exposuresOf, isForMetrics } from "../src/graph/exposure.ts";
import type { Graph } from "../src/graph/graph.ts";
import type { Container } from "../src/kubernetes/container.ts";
import { drainsItself, isDataStore } from "../src/kubernetes/drain.ts";
import { isExpectedToServe } from "../src/kubernetes/purpose.ts";
import { ANNOTATION } from "../src/kubernetes/resource.ts";
import { isRecreate, rollingStrategyOf } from "../src/kubernetes/strategy.ts";
import type { Workload } from "../src/kubernetes/workload.ts";
import { type Change, defineRule, yaml } from "../src/rule.ts";

const SLEEP_SINCE = 30;
/** Of one pod, they take the old away before the new one comes: no rollout of theirs overlaps. */
const WITHOUT_SURGE = new Set(["StatefulSet", "ReplicaSet", "ReplicationController"]);

export default defineRule({
  id: "prestop-missing",
  summary: "A container behind a Service ends before the last requests stop coming",
  why: `Deleting a pod starts two things at once: the kubelet sends SIGTERM, and the endpoints controller takes the pod out of its Services.
    Every proxy, ingress controller and load balancer learns of that later, by seconds, and sends requests to a process that is already
    closing. A preStop hook that only waits puts the two in order.`,
  severity: "warning",
  severities: {
    info: "a bare pod, whose deletion is an outage anyway, or a data store, whose clients connect for long",
  },
  presets: ["recommended"],
  fix: "unsafe",
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination",
    "https://github.com/kubernetes/kubernetes/issues/86280",
    "pkg/kubelet/kuberuntime: killContainer",
  ],
  options: {
    seconds: {
      type: "integer",
      description: "How long the hook that the fix writes waits",
      default: 5,
      minimum: 1,
    },
  },
  yieldsTo: ["misplaced-field", "unknown-field", "invalid-type"],
  absence: true,
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
                #       ^^^ container "web" has no preStop hook: it gets SIGTERM at the moment its pod is deleted, while Service "web" may send it requests for some seconds more
                  image: example.com/web:1.4.0
                  ports: [{ name: http, containerPort: 8080 }]
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          selector: { app: web }
          ports: [{ port: 80, targetPort: http }]
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
                  ports: [{ name: http, containerPort: 8080 }]
                  lifecycle: { preStop: { sleep: { seconds: 5 } } }
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          selector: { app: web }
          ports: [{ port: 80, targetPort: http }]
      `,
    },
  ],

  target: "container",
  *check(container, { workload, graph, minor, options }) {
    const lifecycle = container.field.get("lifecycle");
    if (lifecycle.get("preStop").exists || !isExpectedToServe(workload) || isAwayAnyway(workload, graph)) return;
    if (drainsItself(container, workload)) return;
    const [exposure] = exposuresOf(container, workload, graph).filter(isBalanced);
    if (exposure === undefined) return;
    yield {
      at: container.field,
      message: `container "${container.name}" has no preStop hook: it gets SIGTERM at the moment its pod is deleted, while Service "${exposure.service.name ?? "?"}" may send it requests for some seconds more`,
      help: `a wait of ${options.seconds} s lets the routes change first; where the application itself does that, annotate ${ANNOTATION.handlesSigterm}: "true"`,
      related: [{ at: exposure.port.field, message: "the traffic comes from here" }],
      ...(workload.kind === "Pod" || isDataStore(container) ? { severity: "info" as const, strict: true } : {}),
      fixes: [
        {
          title: `wait ${options.seconds} s before SIGTERM`,
          safety: "unsafe",
          changes: [waiting(container, Number(options.seconds), minor)],
        },
      ],
    };
  },
});

/** Traffic that somebody spreads over pods; peers of a headless Service choose by themselves. */
function isBalanced(exposure: Exposure): boolean {
  const { isHeadless, isExternalName, publishesNotReady } = exposure.service;
  return !isHeadless && !isExternalName && !publishesNotReady && !isForMetrics(exposure);
}

/** Where no other pod takes over, requests fail whatever the order. */
function isAwayAnyway(workload: Workload, graph: Graph): boolean {
  if (graph.replicasOf(workload) === 0 || isRecreate(workload)) return true;
  if (WITHOUT_SURGE.has(workload.kind) && graph.replicasOf(workload) === 1) return true;
  return rollingStrategyOf(workload, graph)?.posts.minAvailable === 0;
}

function waiting(container: Container, seconds: number, minor: number): Change {
  const action =
    minor >= SLEEP_SINCE ? `{ sleep: { seconds: ${seconds} } }` : `{ exec: { command: [sleep, "${seconds}"] } }`;
  const lifecycle = container.field.get("lifecycle");
  return lifecycle.isMap
    ? { add: lifecycle, key: "preStop", yaml: action }
    : { add: container.field, key: "lifecycle", yaml: `{ preStop: ${action} }` };
}
