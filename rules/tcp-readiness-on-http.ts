import { exposuresOf } from "../src/graph/exposure.ts";
import type { Graph } from "../src/graph/graph.ts";
import type { Container } from "../src/kubernetes/container.ts";
import type { Workload } from "../src/kubernetes/workload.ts";
import { defineRule, yaml } from "../src/rule.ts";

const HTTP_NAME = /(^|-)(https?|web|h2c?)(-|$)/;
const HTTP_PORTS = new Set([80, 443, 3000, 5000, 8000, 8080, 8443]);
const HTTP_ROUTES = new Set(["Ingress", "HTTPRoute"]);

export default defineRule({
  id: "tcp-readiness-on-http",
  summary: "A readiness probe of an HTTP server only opens a connection",
  why: `A server usually listens before it can answer: while it loads, migrates or connects to its database. A TCP probe is content with the open
    port, and the pod receives requests that fail. An HTTP request finds out whether they would.`,
  severity: "info",
  presets: ["strict"],
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#define-readiness-probes",
    "pkg/probe/tcp: DoTCPProbe",
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
                tcpSocket: { port: 8080 }
               #^^^^^^^^^ readiness only opens a TCP connection to port 8080, which is usually HTTP
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
                httpGet: { path: /ready, port: 8080 }
      `,
    },
  ],

  target: "container",
  *check(container, { workload, graph }) {
    const handler = container.readiness?.handler;
    const number = container.resolvePort(container.readiness?.port);
    if (handler?.kind !== "tcpSocket" || number === undefined) return;
    const because = reasonForHttp(number, { container, workload, graph });
    if (because === undefined) return;
    yield {
      at: handler.field,
      message: `readiness only opens a TCP connection to port ${number}, ${because}`,
      help: "a server listens before it can answer; httpGet waits until it does",
    };
  },
});

function reasonForHttp(
  number: number,
  { container, workload, graph }: { container: Container; workload: Workload; graph: Graph },
): string | undefined {
  const name = container.ports.find(port => port.number === number)?.name;
  if (name !== undefined && HTTP_NAME.test(name)) return `which is named "${name}"`;
  for (const { service } of exposuresOf(container, workload, graph).filter(exposure => exposure.number === number)) {
    const route = graph.routesTo(service).find(({ kind }) => HTTP_ROUTES.has(kind));
    if (route !== undefined) return `to which ${route.kind} "${route.name ?? "?"}" leads`;
  }
  return name === undefined && HTTP_PORTS.has(number) ? "which is usually HTTP" : undefined;
}
