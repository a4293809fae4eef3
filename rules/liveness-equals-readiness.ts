import type { Graph } from "../src/graph/graph.ts";
import { endpointOf, endpointText, isSameEndpoint } from "../src/kubernetes/endpoint.ts";
import type { Timing } from "../src/kubernetes/probe.ts";
import type { Workload } from "../src/kubernetes/workload.ts";
import { failureRun, killAfterFault } from "../src/rollout/arithmetic.ts";
import { failureRunText } from "../src/rollout/probe-text.ts";
import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "liveness-equals-readiness",
  summary: "Liveness and readiness ask the same question with about the same patience",
  why: `When the check fails, readiness takes the pod out of rotation so that it can recover, and liveness kills it. With one check for both, the
    pod is killed instead of drained: an application that is overloaded, or waits for a dependency, is restarted together with all its
    replicas. One endpoint can serve both if liveness waits much longer than readiness.`,
  severity: "warning",
  severities: {
    info: "liveness waits at least twice as long as readiness, both only open a TCP connection, or no Service sends traffic to the pod",
  },
  presets: ["recommended"],
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#when-should-you-use-a-readiness-probe",
    "https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/",
    "pkg/kubelet/prober: worker.doProbe",
  ],
  examples: [
    {
      bad: yaml`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              ports: [{ name: http, containerPort: 8080 }]
              livenessProbe:
                httpGet: { path: /health, port: 8080 }
               #^^^^^^^ liveness and readiness both ask for GET /health on port 8080: from the first failed attempt, readiness decides after 20 s ((3 - 1) x 10) and liveness kills after 20 s ((3 - 1) x 10)
              readinessProbe:
                httpGet: { path: /health, port: http }
      `,
      good: yaml`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              ports: [{ name: http, containerPort: 8080 }]
              livenessProbe:
                httpGet: { path: /livez, port: 8080 }
              readinessProbe:
                httpGet: { path: /readyz, port: http }
      `,
    },
  ],

  target: "container",
  *check(container, { workload, graph }) {
    const { liveness, readiness } = container;
    if (liveness === undefined || readiness === undefined) return;
    if (!workload.isLongRunning) return;
    const [one, other] = [endpointOf(liveness, container), endpointOf(readiness, container)];
    const [kill, drain] = [liveness.timing, readiness.timing];
    if (one === undefined || other === undefined || kill === undefined || drain === undefined) return;
    if (!isSameEndpoint(one, other)) return;
    const isMild = one.kind === "tcpSocket" || isMuchMorePatient(kill, drain) || !mayServe(workload, graph);
    yield {
      at: liveness.handler?.field ?? liveness.field,
      message: `liveness and readiness both ask for ${endpointText(one)}: ${contrast(kill, drain)}`,
      help: "what takes a pod out of rotation (load, a dependency) also restarts it, and all its replicas with it; a liveness endpoint that only says the process is alive does not",
      related: [{ at: readiness.handler?.field ?? readiness.field, message: "the same check" }],
      ...(isMild ? { severity: "info" as const, strict: true } : {}),
    };
  },
});

/** Without a Service there is no rotation to take the pod out of. */
function mayServe(workload: Workload, graph: Graph): boolean {
  return graph.servicesOf(workload).length > 0 || graph.completeness("/Service", workload.resource) === "unknown";
}

/** The documentation's own advice for one endpoint: the same check with a higher failureThreshold. */
function isMuchMorePatient(liveness: Timing, readiness: Timing): boolean {
  const drained = readiness.failureThreshold * readiness.periodSeconds + readiness.timeoutSeconds;
  return killAfterFault(liveness).earliest >= 2 * drained;
}

function contrast(liveness: Timing, readiness: Timing): string {
  const after = (timing: Timing) => `${failureRun(timing)} s (${failureRunText(timing, 0)})`;
  return `from the first failed attempt, readiness decides after ${after(readiness)} and liveness kills after ${after(liveness)}`;
}
