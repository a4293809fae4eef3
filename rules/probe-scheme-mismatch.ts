import { exposuresOf } from "../src/graph/exposure.ts";
import type { Graph } from "../src/graph/graph.ts";
import type { Container } from "../src/kubernetes/container.ts";
import type { Workload } from "../src/kubernetes/workload.ts";
import { defineRule, yaml } from "../src/rule.ts";

const TLS_NAME = /(^|-)(https|tls|ssl)(-|$)/;
const PLAIN_NAME = /(^|-)(http|h2c|web)(-|$)/;
const TLS_PORTS = new Set([443, 6443]);
/** TLS by habit, but plain HTTP often enough. */
const MAYBE_TLS_PORTS = new Set([8443, 9443]);

export default defineRule({
  id: "probe-scheme-mismatch",
  summary: "An HTTP probe speaks another scheme than its port",
  why: `A server that expects TLS answers a plain request with an error or closes the connection, and the other way round the handshake fails. Both
    are failures to the kubelet, in every attempt: the pod is never Ready, or restarted for ever. scheme is HTTP unless it is written.`,
  severity: "warning",
  severities: { info: "only the number of the port or its plain name speaks for it" },
  presets: ["recommended"],
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#http-probes",
    "pkg/apis/core/v1: SetDefaults_HTTPGetAction",
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
              ports: [{ name: https, containerPort: 8443 }]
              readinessProbe:
                httpGet: { path: /ready, port: https }
                #                              ^^^^^ the readiness probe speaks HTTP (scheme is not set) to port 8443, which is named "https"
      `,
      good: yaml`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              ports: [{ name: https, containerPort: 8443 }]
              readinessProbe:
                httpGet: { path: /ready, port: https, scheme: HTTPS }
      `,
    },
  ],

  target: "container",
  *check(container, { workload, graph }) {
    for (const probe of container.probes) {
      const handler = probe.handler;
      const number = container.resolvePort(probe.port);
      if (handler?.kind !== "httpGet" || probe.port === undefined || number === undefined) continue;
      const field = handler.field.get("scheme");
      const scheme = field.exists ? field.string : "HTTP";
      const mismatch = mismatchOf(number, scheme, { container, workload, graph });
      if (mismatch === undefined) continue;
      yield {
        at: field.exists ? field : probe.port,
        message: `the ${probe.label} probe speaks ${scheme}${field.exists ? "" : " (scheme is not set)"} to port ${number}, ${mismatch.because}`,
        help: "a request in the wrong scheme fails in every attempt",
        ...(mismatch.isSure ? {} : { severity: "info" as const, strict: true }),
      };
    }
  },
});

interface Around {
  readonly container: Container;
  readonly workload: Workload;
  readonly graph: Graph;
}

function mismatchOf(number: number, scheme: string | undefined, { container, workload, graph }: Around) {
  const name = container.ports.find(port => port.number === number)?.name;
  const exposure = exposuresOf(container, workload, graph).find(candidate => candidate.number === number);
  const protocol = exposure?.port.field.get("appProtocol").string;
  if (scheme === "HTTP") {
    if (name !== undefined && TLS_NAME.test(name)) return { because: `which is named "${name}"`, isSure: true };
    if (protocol === "https") return { because: 'whose Service says appProtocol "https"', isSure: true };
    if ((name !== undefined && PLAIN_NAME.test(name)) || protocol !== undefined) return undefined;
    if (TLS_PORTS.has(number)) return { because: "which is a port of TLS", isSure: true };
    return MAYBE_TLS_PORTS.has(number) ? { because: "which is usually TLS", isSure: false } : undefined;
  }
  const isPlain = scheme === "HTTPS" && (name === "http" || protocol === "http");
  return isPlain
    ? { because: name === "http" ? 'which is named "http"' : 'whose Service says appProtocol "http"', isSure: false }
    : undefined;
}
