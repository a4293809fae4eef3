import type { Graph } from "../src/graph/graph.ts";
import type { Workload } from "../src/kubernetes/workload.ts";
import { defineRule, yaml } from "../src/rule.ts";

const LOOPBACK = /^(localhost|127(\.\d+){3}|0\.0\.0\.0|::1?|\[::1?\])$/;
const ADDRESS = /^[\d.]+$|:/;
const SERVICE_DNS = /^[a-z0-9-]+\.[a-z0-9-]+\.svc(\.|$)|\.svc\.cluster\.local$/;

export default defineRule({
  id: "probe-host-set",
  summary: "A probe asks another host than its own pod",
  why: `HTTP and TCP probes are made by the kubelet, from the node. Without a host they go to the pod's address. localhost is then the node itself,
    a Service name is unknown to the node's DNS, and any other host answers for itself and not for this container.`,
  severity: "warning",
  severities: { error: "the host is the node's own loopback, or a Service" },
  presets: ["recommended"],
  fix: "safe",
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#http-probes",
    "pkg/kubelet/prober: prober.runProbe",
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
              readinessProbe:
                httpGet:
                  host: localhost
                  #     ^^^^^^^^^ the readiness probe asks host "localhost", which is the node from which the kubelet connects, not the pod
                  path: /ready
                  port: 8080
      `,
      good: yaml`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              readinessProbe:
                httpGet:
                  path: /ready
                  port: 8080
      `,
    },
  ],

  target: "container",
  *check(container, { workload, graph }) {
    for (const probe of container.probes) {
      const handler = probe.handler;
      const field = handler?.field.get("host");
      const host = field?.string;
      if (handler === undefined || field === undefined || host === undefined || host === "") continue;
      const place = placeOf(host, workload, graph);
      if (place === undefined) continue;
      yield {
        at: field,
        message: `the ${probe.label} probe asks host "${host}", ${place.text}`,
        help: place.isLoopback
          ? "without a host the kubelet asks the pod itself"
          : `the answer says nothing about this container${handler.kind === "httpGet" ? "; a Host header in httpHeaders names a virtual host" : ""}`,
        ...(place.isWrong ? { severity: "error" as const } : {}),
        ...(place.isLoopback
          ? { fixes: [{ title: "remove host", safety: "safe" as const, changes: [{ remove: field }] }] }
          : {}),
      };
    }
  },
});

/** What the host is, seen from the node. On the host's network the node's addresses are the pod's own. */
function placeOf(host: string, workload: Workload, graph: Graph) {
  const network = workload.podSpec.get("hostNetwork");
  const isOwn = network.exists && network.boolean !== false;
  if (LOOPBACK.test(host))
    return isOwn
      ? undefined
      : { text: "which is the node from which the kubelet connects, not the pod", isWrong: true, isLoopback: true };
  const [name = "", namespace] = host.split(".");
  const isInNamespace = namespace === undefined || host === `${name}.${graph.namespaceOf(workload.resource)}`;
  const isService = isInNamespace && graph.find("/Service", name, workload.resource).length > 0;
  if (SERVICE_DNS.test(host) || isService)
    return { text: "a Service: the node's DNS does not know it", isWrong: true, isLoopback: false };
  if (isOwn && ADDRESS.test(host)) return undefined;
  return { text: "not its own pod", isWrong: false, isLoopback: false };
}
