import type { Severity } from "../src/diagnostic.ts";
import type { Container } from "../src/kubernetes/container.ts";
import { endpointOf, isSameEndpoint } from "../src/kubernetes/endpoint.ts";
import type { Probe, Timing } from "../src/kubernetes/probe.ts";
import { isDrainedBeforeRestart, killAfterFault, notReadyAfterFault } from "../src/rollout/arithmetic.ts";
import { failureRunText } from "../src/rollout/probe-text.ts";
import { type Change, defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "liveness-races-readiness",
  summary: "Liveness may kill a container before readiness has taken it out of its Services",
  why: `Readiness is the mild answer and liveness the last one. If liveness can decide first, a pod in trouble is killed while requests are still
    sent to it, and it never gets the time without traffic in which it might have recovered.`,
  severity: "warning",
  severities: {
    error: "both probes ask the same, so that each failure is a race that liveness can win",
    info: "which of the two decides first depends on the phase of their attempts alone",
  },
  presets: ["recommended"],
  fix: "unsafe",
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#container-probes",
    "pkg/kubelet/prober: worker.doProbe",
  ],
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
              livenessProbe:
             #^^^^^^^^^^^^^ liveness may kill 0 s after a fault ((1 - 1) x 10), while readiness may take 11 s (5 + (2 - 1) x 5 + 1) to end the traffic
                httpGet: { path: /livez, port: 8080 }
                periodSeconds: 10
                failureThreshold: 1
              readinessProbe:
                httpGet: { path: /readyz, port: 8080 }
                periodSeconds: 5
                failureThreshold: 2
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
              livenessProbe:
                httpGet: { path: /livez, port: 8080 }
                periodSeconds: 10
                failureThreshold: 3
              readinessProbe:
                httpGet: { path: /readyz, port: 8080 }
                periodSeconds: 5
                failureThreshold: 2
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
  *check(container, { workload, graph }) {
    const { liveness, readiness } = container;
    const [kill, drain] = [liveness?.timing, readiness?.timing];
    if (liveness === undefined || readiness === undefined || kill === undefined || drain === undefined) return;
    if (isDrainedBeforeRestart(drain, kill)) return;
    const [service] = graph.servicesOf(workload);
    if (service === undefined) return;
    const { periodSeconds, timeoutSeconds } = drain;
    const drained = notReadyAfterFault(drain, timeoutSeconds).latest;
    const severity = severityOf(container, { liveness, readiness, kill, drain });
    yield {
      at: liveness.field,
      message: `liveness may kill ${killAfterFault(kill).earliest} s after a fault (${failureRunText(kill, 0)}), while readiness may take ${drained} s (${periodSeconds} + ${failureRunText(drain, timeoutSeconds)}) to end the traffic`,
      help: `the container is killed while Service "${service.name ?? "?"}" still sends requests to it`,
      related: [{ at: readiness.field, message: "the readiness probe" }],
      severity,
      ...(severity === "info" ? { strict: true } : {}),
      fixes: [raise(liveness, Math.ceil(drained / kill.periodSeconds) + 1)],
    };
  },
});

interface Pair {
  readonly liveness: Probe;
  readonly readiness: Probe;
  readonly kill: Timing;
  readonly drain: Timing;
}

/** Two probes with the defaults race in every phase; what nobody chose is not what an author got wrong. */
function severityOf(container: Container, { liveness, readiness, kill, drain }: Pair): Severity {
  const isEager = kill.failureThreshold === 1 || killAfterFault(kill).earliest < notReadyAfterFault(drain).earliest;
  if (!isEager) return "info";
  const [one, other] = [endpointOf(liveness, container), endpointOf(readiness, container)];
  return one !== undefined && other !== undefined && isSameEndpoint(one, other) ? "error" : "warning";
}

function raise(liveness: Probe, failureThreshold: number) {
  const field = liveness.field.get("failureThreshold");
  const change: Change = field.exists
    ? { set: field, to: failureThreshold }
    : { add: liveness.field, key: "failureThreshold", yaml: String(failureThreshold) };
  return { title: `write failureThreshold: ${failureThreshold}`, safety: "unsafe" as const, changes: [change] };
}
