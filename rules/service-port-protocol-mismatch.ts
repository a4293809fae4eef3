import type { Field } from "../src/field.ts";
import type { ContainerPort } from "../src/kubernetes/container.ts";
import type { ServicePort } from "../src/kubernetes/service.ts";
import type { Workload } from "../src/kubernetes/workload.ts";
import { defineRule, type Finding, yaml } from "../src/rule.ts";

export default defineRule({
  id: "service-port-protocol-mismatch",
  summary: "A Service's port is declared by its pods with another protocol",
  why: `A named targetPort is found by name and protocol together, so with the other protocol it has no endpoint. A number is used as it is: the
    packets arrive with a protocol that, by the pods' own word, nobody listens to. Protocol is TCP where it is omitted.`,
  severity: "error",
  severities: { error: "for a named port, which is then missing", warning: "for a number" },
  presets: ["recommended"],
  fix: "unsafe",
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/reference/networking/service-protocols/",
    "staging/src/k8s.io/endpointslice: FindPort",
  ],
  examples: [
    {
      bad: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: dns }
        spec:
          selector: { matchLabels: { app: dns } }
          template:
            metadata: { labels: { app: dns } }
            spec:
              containers:
                - name: dns
                  image: example.com/dns:1.4.0
                  ports: [{ containerPort: 53, protocol: UDP }]
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: dns }
        spec:
          selector: { app: dns }
          ports: [{ port: 53 }]
          #               ^^ port 53 is TCP, the default, but Deployment "dns" declares port 53 as UDP
      `,
      good: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: dns }
        spec:
          selector: { matchLabels: { app: dns } }
          template:
            metadata: { labels: { app: dns } }
            spec:
              containers:
                - name: dns
                  image: example.com/dns:1.4.0
                  ports: [{ containerPort: 53, protocol: UDP }]
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: dns }
        spec:
          selector: { app: dns }
          ports: [{ port: 53, protocol: UDP }]
      `,
    },
  ],

  target: "service",
  *check(service, { graph }) {
    if (graph.selectionOf(service).uncertain) return;
    for (const { port, targets } of graph.portsOf(service)) {
      if (targets.some(({ declared }) => declared !== undefined)) continue;
      const target = targets.find(({ declaredAs }) => declaredAs !== undefined);
      const other = target?.declaredAs?.port;
      if (target === undefined || other === undefined) continue;
      if ([port.field, other.field].some(field => field.get("protocol").isUnknown)) continue;
      yield mismatch(port, other, target.workload);
    }
  },
});

function mismatch(port: ServicePort, other: ContainerPort, { title }: Workload): Finding {
  const isNamed = typeof port.targetPort === "string";
  const written = port.field.get("protocol");
  const shown = isNamed ? `"${port.targetPort}"` : String(port.targetPort);
  return {
    at: written.exists ? written : port.targetPortField.exists ? port.targetPortField : port.field.get("port"),
    message: `port ${port.port ?? "?"} is ${port.protocol}${written.exists ? "" : ", the default"}, but ${title} declares port ${shown} as ${other.protocol}`,
    help: isNamed
      ? "a named port is found by name and protocol, so this one has no endpoints"
      : "unless the container takes both, what arrives there is no traffic that it expects",
    related: [{ at: protocolOf(other.field), message: `declared as ${other.protocol}` }],
    ...(isNamed ? {} : { severity: "warning" as const }),
    fixes: [
      {
        title: `write protocol: ${other.protocol}`,
        safety: "unsafe",
        changes: [
          written.exists
            ? { set: written, to: other.protocol }
            : { add: port.field, key: "protocol", yaml: other.protocol },
        ],
      },
    ],
  };
}

function protocolOf(field: Field) {
  return field.get("protocol").exists ? field.get("protocol") : field.get("containerPort");
}
