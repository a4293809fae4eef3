import { defineRule, yaml } from "../src/rule.ts";

export const HTTP_NAME = /(^|-)(https?|web|h2c?)(-|$)/;

export default defineRule({
  id: "tcp-only-liveness",
  summary: "A liveness probe of an HTTP server only opens a connection",
  why: `The kernel accepts a connection on behalf of any process that listens, until the backlog is full. A server whose threads are all stuck still
    passes a TCP probe for a long time. An HTTP request needs the application itself to answer.`,
  severity: "info",
  presets: ["recommended"],
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#define-a-tcp-liveness-probe",
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
              ports: [{ name: http, containerPort: 8080 }]
              livenessProbe:
                tcpSocket: { port: http }
               #^^^^^^^^^ liveness only opens a TCP connection to port 8080, which is named "http"
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
                httpGet: { path: /livez, port: http }
      `,
    },
  ],

  target: "container",
  *check(container) {
    const { liveness, readiness } = container;
    const handler = liveness?.handler;
    const number = container.resolvePort(liveness?.port);
    if (handler?.kind !== "tcpSocket" || number === undefined) return;
    const name = container.ports.find(port => port.number === number)?.name;
    const isAsked = readiness?.handler?.kind === "httpGet" && container.resolvePort(readiness.port) === number;
    if (!isAsked && !(name !== undefined && HTTP_NAME.test(name))) return;
    yield {
      at: handler.field,
      message: `liveness only opens a TCP connection to port ${number}, ${isAsked ? "to which readiness sends HTTP requests" : `which is named "${name}"`}`,
      help: "the kernel accepts connections for a process that hangs, too; httpGet needs an answer",
      ...(isAsked ? { related: [{ at: readiness.handler.field, message: "an HTTP request to the same port" }] } : {}),
    };
  },
});
