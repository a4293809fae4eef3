import type { Field } from "../src/field.ts";
import type { Graph } from "../src/graph/graph.ts";
import type { Service } from "../src/kubernetes/service.ts";
import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "nodeport-conflict",
  summary: "Two Services ask for the same node port, or a port is out of range",
  why: `A node port belongs to one Service of the whole cluster, by number and protocol. The second Service that asks for it is refused ("provided port is
    already allocated"). So is a number outside the range that the API server was started with, 30000 to 32767 by default.`,
  severity: "error",
  severities: { error: "for a port that two Services ask for", warning: "for one outside the default range" },
  presets: ["recommended"],
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/concepts/services-networking/service/#nodeport-custom-port",
    "pkg/registry/core/service/portallocator: PortAllocator.Allocate",
  ],
  examples: [
    {
      bad: yaml`
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          type: NodePort
          selector: { app: web }
          ports: [{ port: 80, targetPort: 8080, nodePort: 30080 }]
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: admin }
        spec:
          type: NodePort
          selector: { app: admin }
          ports: [{ port: 80, targetPort: 9090, nodePort: 30080 }]
          #                                               ^^^^^ node port 30080/TCP of Service "admin" is the one of Service "web", too
      `,
      good: yaml`
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          type: NodePort
          selector: { app: web }
          ports: [{ port: 80, targetPort: 8080, nodePort: 30080 }]
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: admin }
        spec:
          type: NodePort
          selector: { app: admin }
          ports: [{ port: 80, targetPort: 9090, nodePort: 30081 }]
      `,
    },
  ],

  target: "scope",
  *check(graph) {
    const claims = new Map<string, Claim[]>();
    for (const service of graph.services) {
      for (const claim of claimsOf(service)) {
        if (claim.number < 30000 || claim.number > 32767) yield outside(claim);
        const key = `${claim.number}/${claim.protocol}`;
        const earlier = (claims.get(key) ?? []).slice(0, COMPARED);
        const first = earlier.find(other => clash(claim, other, graph));
        if (first !== undefined) yield conflict(claim, first);
        claims.set(key, [...earlier, claim]);
      }
    }
  },
});

interface Claim {
  readonly service: Service;
  readonly field: Field;
  readonly number: number;
  readonly protocol: string;
}

/** Services compared over one port. */
const COMPARED = 32;

function claimsOf(service: Service): Claim[] {
  if (service.type !== "NodePort" && service.type !== "LoadBalancer") return [];
  return service.ports.flatMap(({ field, protocol }) => {
    const number = field.get("nodePort").number;
    return number === undefined || number === 0 ? [] : [{ service, field: field.get("nodePort"), number, protocol }];
  });
}

/** Within one application: copies of it for other clusters may well use the same ports. */
function clash(a: Claim, b: Claim, graph: Graph): boolean {
  const [left, right] = [a.service.resource, b.service.resource];
  if (left === right || !graph.sameApplication(left, right)) return false;
  return left.name !== right.name || graph.namespaceOf(left) !== graph.namespaceOf(right);
}

function conflict({ service, field, number, protocol }: Claim, first: Claim) {
  return {
    at: field,
    message: `node port ${number}/${protocol} of Service "${service.name ?? "?"}" is the one of Service "${first.service.name ?? "?"}", too`,
    help: "the API server refuses the second one: the port is already allocated",
    related: [{ at: first.field, message: "asked for here" }],
  };
}

function outside({ field, number }: Claim) {
  return {
    at: field,
    message: `node port ${number} lies outside 30000 to 32767, the range of a cluster without --service-node-port-range`,
    help: "such a cluster refuses the Service",
    severity: "warning" as const,
  };
}
