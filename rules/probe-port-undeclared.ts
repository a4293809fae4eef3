import type { Container } from "../src/kubernetes/container.ts";
import type { Workload } from "../src/kubernetes/workload.ts";
import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "probe-port-undeclared",
  summary: "A probe uses a port number that its container does not declare",
  why: `The kubelet connects to a numbered port whether or not the container declares it. A container that declares its ports and is probed
    on another one either keeps a port off its list, or is probed where nothing listens: then it is never Ready, or restarted for ever.`,
  severity: "warning",
  severities: {
    info: "the number resembles none of the declared ones: a port for health checks alone is often left undeclared",
  },
  presets: ["recommended"],
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#ports",
    "pkg/probe: ResolveContainerPort",
  ],
  yieldsTo: ["probe-misspelled", "misplaced-field", "unknown-field", "invalid-type"],
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
              ports: [{ containerPort: 80 }]
              readinessProbe:
                httpGet: { path: /ready, port: 8080 }
                #                              ^^^^ container "web" declares port 80, not port 8080 of its readiness probe
      `,
      good: yaml`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              ports: [{ containerPort: 80 }]
              readinessProbe:
                httpGet: { path: /ready, port: 80 }
      `,
    },
  ],

  target: "container",
  *check(container, { workload }) {
    const declared = tcpPorts(container);
    // Ports that a template is still to fill in could be any.
    if (declared.some(({ number }) => number === undefined)) return;
    const numbers = declared.map(({ number }) => number);
    const seen = new Set<number>();
    for (const probe of container.probes) {
      const number = probe.port?.number;
      if (probe.port === undefined || number === undefined || numbers.includes(number) || seen.has(number)) continue;
      seen.add(number);
      const owner = ownerOf(number, container, workload);
      const isMistake = owner === undefined && numbers.some(other => isAlike(number, other));
      yield {
        at: probe.port,
        message: `container "${container.name}" declares ${listOf(numbers)}, not port ${number} of its ${probe.label} probe${owner === undefined ? "" : `; container "${owner.name}" does, and containers of a pod share their ports`}`,
        help: "the kubelet connects all the same: if nothing listens there, every attempt fails",
        scope: container.field,
        ...(isMistake ? {} : { severity: "info" as const, strict: true }),
      };
    }
  },
});

function tcpPorts(container: Container) {
  return container.ports.filter(({ protocol }) => protocol === "TCP");
}

/** 80 and 8080, 443 and 8443, 3000 and 30000: one port, written in the two ways it is known by. */
function isAlike(number: number, other: number | undefined): boolean {
  const [short = "", long = ""] = [String(number), String(other)].sort((a, b) => a.length - b.length);
  return short.length < long.length && (long.endsWith(short) || long === `${short}0`);
}

function listOf(numbers: readonly (number | undefined)[]): string {
  if (numbers.length === 0) return "no TCP port";
  return `port${numbers.length > 1 ? "s" : ""} ${numbers.slice(0, 4).join(", ")}${numbers.length > 4 ? ", …" : ""}`;
}

function ownerOf(number: number, container: Container, { longRunningContainers }: Workload): Container | undefined {
  return longRunningContainers.find(
    other => other.field.node !== container.field.node && tcpPorts(other).some(port => port.number === number),
  );
}
