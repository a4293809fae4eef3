import type { Graph } from "../src/graph/graph.ts";
import { podCandidates, type ServicePort, targetOf } from "../src/kubernetes/service.ts";
import type { Workload } from "../src/kubernetes/workload.ts";
import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "service-target-port-undeclared",
  summary: "A Service's targetPort is a number that its pods do not declare",
  why: `Traffic is sent to that port of the pod whether a container declares it or not: containerPort is informational. Where a container declares
    another port that no Service uses, one of the two numbers is usually wrong, and then every connection is refused.`,
  severity: "warning",
  severities: {
    warning: "when the pods declare other ports, and no Service leads to any of them",
    info: "when the pods declare no port at all, or their declared ports are used",
  },
  presets: ["recommended"],
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports",
    "staging/src/k8s.io/endpointslice: FindPort",
  ],
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
                  image: example.com/web:1.4.0
                  ports: [{ containerPort: 8080 }]
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          selector: { app: web }
          ports: [{ port: 80 }]
          #               ^^ targetPort is omitted, so it equals port 80; Deployment "web" declares port 8080, not 80
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
                  ports: [{ containerPort: 8080 }]
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          selector: { app: web }
          ports: [{ port: 80, targetPort: 8080 }]
      `,
    },
  ],

  target: "service",
  *check(service, { graph }) {
    // A headless Service resolves to the pods themselves: its ports only name what they serve.
    if (service.isHeadless || graph.selectionOf(service).uncertain) return;
    for (const { port, targets } of graph.portsOf(service)) {
      const [first] = targets;
      const number = port.targetPort;
      if (first === undefined || typeof number !== "number") continue;
      // Where some of several workloads declare it, service-selects-multiple-workloads speaks; where with another protocol, service-port-protocol-mismatch.
      if (targets.some(target => target.declared !== undefined || target.declaredAs !== undefined)) continue;
      const declared = declaredBy(first.workload, port.protocol);
      if (declared === undefined) continue;
      const at = port.targetPortField.exists ? port.targetPortField : port.field.get("port");
      const origin = port.targetPortField.exists ? "" : `targetPort is omitted, so it equals port ${number}; `;
      const isBeside = graph.sameApplication(first.workload.resource, service.resource);
      const isUnused = isBeside && declared.length > 0 && !isServed(first.workload, graph);
      yield {
        at,
        message: `${origin}${first.workload.title} declares ${listOf(declared, number, port.protocol)}`,
        help: "the traffic goes there all the same: if nothing listens on that port, every connection is refused",
        related: relatedTo(first.workload, port),
        ...(isUnused ? {} : { severity: "info" as const, strict: declared.length === 0 || !isBeside }),
      };
    }
  },
});

/** The numbers that app containers and sidecars declare; undefined while one is still to be filled in. */
function declaredBy(workload: Workload, protocol: string): number[] | undefined {
  const containers = podCandidates(workload);
  const ports = containers.flatMap(container => container.ports).filter(port => port.protocol === protocol);
  if (ports.some(({ number }) => number === undefined)) return undefined;
  if (containers.some(({ field }) => field.get("ports").isUnknown)) return undefined;
  return [...new Set(ports.flatMap(({ number }) => number ?? []))];
}

/** Some Service leads to a port that the pods declare: then they are no leftovers. */
function isServed(workload: Workload, graph: Graph): boolean {
  return graph.servicesOf(workload).some(({ ports }) => ports.some(port => targetOf(port, workload) !== undefined));
}

function listOf(declared: readonly number[], number: number, protocol: string): string {
  if (declared.length === 0) return `neither port ${number} nor any other ${protocol} port`;
  const shown = `${declared.slice(0, 4).join(", ")}${declared.length > 4 ? ", …" : ""}`;
  return `port${declared.length > 1 ? "s" : ""} ${shown}, not ${number}`;
}

function relatedTo(workload: Workload, { protocol }: ServicePort) {
  const ports = podCandidates(workload).flatMap(container => container.ports);
  const declared = ports.find(port => port.protocol === protocol);
  if (declared === undefined) return [];
  return [{ at: declared.field.get("containerPort"), message: `${workload.title} declares this port` }];
}
