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
    info: "the container declares no port at all, another container of the pod declares this one, or it is a usual port for health and metrics",
  },
  presets: ["recommended"],
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#ports",
    "pkg/probe: ResolveContainerPort",
  ],
  options: {
    ports: {
      type: "array",
      items: { type: "string" },
      description: "Numbers of ports that containers commonly serve without declaring them",
      default: ["8081", "9090", "9440", "9808", "10248", "10249", "10254", "10256", "15020", "15021"],
    },
  },
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
  *check(container, { workload, options }) {
    const declared = tcpPorts(container);
    // Ports that a template is still to fill in could be any.
    if (!container.isLongRunning || declared.some(({ number }) => number === undefined)) return;
    const numbers = declared.map(({ number }) => number);
    const usual = Array.isArray(options.ports) ? options.ports : [];
    const seen = new Set<number>();
    for (const probe of container.probes) {
      const number = probe.port?.number;
      if (probe.port === undefined || number === undefined || numbers.includes(number) || seen.has(number)) continue;
      seen.add(number);
      const owner = ownerOf(number, container, workload);
      const isMild = numbers.length === 0 || owner !== undefined || usual.includes(String(number));
      yield {
        at: probe.port,
        message: `container "${container.name}" declares ${listOf(numbers)}, not port ${number} of its ${probe.label} probe${owner === undefined ? "" : `; container "${owner.name}" does, and containers of a pod share their ports`}`,
        help: "the kubelet connects all the same: if nothing listens there, every attempt fails",
        scope: container.field,
        ...(isMild ? { severity: "info" as const, strict: true } : {}),
      };
    }
  },
});

function tcpPorts(container: Container) {
  return container.ports.filter(({ protocol }) => protocol === "TCP");
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
