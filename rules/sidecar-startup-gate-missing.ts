import { imageBase } from "../src/kubernetes/command.ts";
import type { Container } from "../src/kubernetes/container.ts";
import type { Workload } from "../src/kubernetes/workload.ts";
import { defineRule, yaml } from "../src/rule.ts";

/** What others in the pod talk through from their first moment on. */
export const PROXIES = /^(cloud-?sql-proxy|gce-proxy|pgbouncer|haproxy|envoy|proxyv2|linkerd-proxy|vault-agent|pgpool)/;

export default defineRule({
  id: "sidecar-startup-gate-missing",
  summary: "A sidecar that other containers need has no startup probe to make them wait",
  why: `The kubelet starts the next container as soon as a sidecar counts as started. Without a startup probe that is when its process runs, not
    when it answers: the application makes its first connections to a port where nobody listens yet. Liveness and readiness gate nothing here.`,
  severity: "info",
  presets: ["strict"],
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/",
    "pkg/kubelet/kuberuntime: computeInitContainerActions",
  ],
  yieldsTo: ["probe-misspelled", "misplaced-field", "unknown-field", "invalid-type"],
  examples: [
    {
      bad: yaml`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          initContainers:
            - name: proxy
            #       ^^^^^ sidecar "proxy" has no startupProbe: container "web", which connects to it, starts as soon as its process runs
              image: example.com/proxy:2.1.0
              restartPolicy: Always
              ports: [{ containerPort: 5432 }]
          containers:
            - name: web
              image: example.com/web:1.4.0
              env: [{ name: DATABASE, value: "localhost:5432" }]
      `,
      good: yaml`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          initContainers:
            - name: proxy
              image: example.com/proxy:2.1.0
              restartPolicy: Always
              ports: [{ containerPort: 5432 }]
              startupProbe:
                tcpSocket: { port: 5432 }
                periodSeconds: 1
                failureThreshold: 30
          containers:
            - name: web
              image: example.com/web:1.4.0
              env: [{ name: DATABASE, value: "localhost:5432" }]
      `,
    },
  ],

  target: "container",
  *check(container, { workload }) {
    if (container.kind !== "sidecar" || container.field.get("startupProbe").exists) return;
    // postStart holds back as well: the container is not Running before it ends.
    if (container.field.get("lifecycle", "postStart").exists) return;
    const user = userOf(container, workload);
    if (user === undefined && !PROXIES.test(imageBase(container))) return;
    yield {
      at: container.field,
      message: `sidecar "${container.name}" has no startupProbe: ${user === undefined ? "the containers after it start" : `container "${user.name}", which connects to it, starts`} as soon as its process runs`,
      help: "a startupProbe with a short period makes the next container wait until the sidecar answers",
      ...(user === undefined ? {} : { related: [{ at: user.field, message: "it connects to the sidecar" }] }),
    };
  },
});

/** A later container whose environment or arguments name a port of the sidecar on this pod. */
function userOf(sidecar: Container, workload: Workload): Container | undefined {
  const after = workload.containers.slice(workload.containers.indexOf(sidecar) + 1);
  const addresses = sidecar.ports.flatMap(({ number }) =>
    number === undefined ? [] : [`localhost:${number}`, `127.0.0.1:${number}`],
  );
  return after.find(({ field }) => {
    const values = field
      .get("env")
      .items()
      .map(entry => entry.get("value"));
    const words = [...values, ...field.get("args").items(), ...field.get("command").items()];
    return words.some(({ string }) => string !== undefined && addresses.some(address => endsWord(string, address)));
  });
}

/** The address is there, and its number ends there. */
function endsWord(text: string, address: string): boolean {
  const at = text.indexOf(address);
  return at >= 0 && !/\d/.test(text[at + address.length] ?? "");
}
