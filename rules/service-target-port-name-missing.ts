import type { Graph, PortInWorkload, PortResolution } from "../src/graph/graph.ts";
import { isInjected } from "../src/kubernetes/injection.ts";
import { podCandidates, type Service } from "../src/kubernetes/service.ts";
import { nearestTo } from "../src/nearest.ts";
import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "service-target-port-name-missing",
  summary: "A Service's targetPort is a name that its pods do not declare",
  why: `A named targetPort is looked up in every pod, by name and protocol, among the ports of its app containers and sidecars. A pod that has no port
    of that name gets no endpoint for it, and nothing says so: the Service's port leads nowhere, or only to the other pods.`,
  severity: "error",
  severities: {
    error: "when no pod behind the Service has the name",
    warning: "when only some of them have it",
    info: "when something else adds a container to the pods, which may bring the port",
  },
  presets: ["recommended"],
  fix: "unsafe",
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports",
    "staging/src/k8s.io/endpointslice: getEndpointPorts, FindPort",
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
                  ports: [{ name: http, containerPort: 8080 }]
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          selector: { app: web }
          ports: [{ port: 80, targetPort: htpp }]
          #                               ^^^^ Deployment "web" declares no TCP port named "htpp"; did you mean "http"?
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
                  ports: [{ name: http, containerPort: 8080 }]
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          selector: { app: web }
          ports: [{ port: 80, targetPort: http }]
      `,
    },
  ],

  target: "service",
  *check(service, { graph }) {
    if (graph.selectionOf(service).uncertain) return;
    for (const { port, targets } of graph.portsOf(service)) {
      const missing = targets.filter(target => target.fault === "no such name" && !hasUnknownPort(target));
      const [first] = missing;
      const name = port.targetPort;
      if (first === undefined || typeof name !== "string" || !/[a-z]/i.test(name)) continue;
      const at = port.targetPortField.exists ? port.targetPortField : port.field;
      const near = nearestTo(name, namesOf(first));
      const some = missing.length < targets.length;
      const rest = some ? ", though others behind the Service do" : ", so the port has no endpoints";
      yield {
        at,
        message: `${first.workload.title} declares no ${port.protocol} port named "${name}"${near === undefined ? rest : `; did you mean "${near}"?`}`,
        help: `Service "${service.name ?? "?"}" sends what comes to its port ${port.port ?? "?"} ${some ? "to the other pods only" : "nowhere"}`,
        related: relatedTo(first, near),
        ...severityOf(
          missing,
          { port, targets },
          { isBeside: isBeside(service, missing, graph), isSlip: near !== undefined },
        ),
        ...(near === undefined
          ? {}
          : { fixes: [{ title: `write targetPort: ${near}`, safety: "unsafe", changes: [{ set: at, to: near }] }] }),
      };
    }
  },
});

function namesOf({ workload }: PortInWorkload): string[] {
  return podCandidates(workload).flatMap(({ ports }) => ports.flatMap(({ name }) => name ?? []));
}

function hasUnknownPort({ workload }: PortInWorkload): boolean {
  return podCandidates(workload).some(
    ({ field, ports }) => field.get("ports").isUnknown || ports.some(port => port.field.get("name").isUnknown),
  );
}

function relatedTo({ workload }: PortInWorkload, near: string | undefined) {
  const ports = podCandidates(workload).flatMap(container => container.ports);
  const declared = ports.find(({ name }) => name === near);
  const [container] = podCandidates(workload);
  if (declared !== undefined) return [{ at: declared.field.get("name"), message: "declared here" }];
  return container === undefined ? [] : [{ at: container.field, message: "the container behind the Service" }];
}

/** What stands elsewhere may get its ports from patches, or belong to another application with the same labels. */
function isBeside(service: Service, missing: readonly PortInWorkload[], graph: Graph): boolean {
  return missing.every(({ workload }) => graph.sameApplication(workload.resource, service.resource));
}

function severityOf(
  missing: readonly PortInWorkload[],
  { targets }: PortResolution,
  { isBeside, isSlip }: { isBeside: boolean; isSlip: boolean },
) {
  if (!isBeside || (!isSlip && missing.some(({ workload }) => isInjected(workload))))
    return { severity: "info" as const, strict: true };
  return missing.length < targets.length ? { severity: "warning" as const } : {};
}
