import type { Graph } from "../src/graph/graph.ts";
import { type WaitedService, waitedServiceOf } from "../src/kubernetes/waiting.ts";
import type { Workload } from "../src/kubernetes/workload.ts";
import { defineRule, type Finding, yaml } from "../src/rule.ts";

export default defineRule({
  id: "init-waits-forever",
  summary: "An init container waits for a Service that does not exist",
  why: `A loop without an end in an init container holds the whole pod back: no app container starts, nothing fails, nothing is restarted.
    When the name it asks for belongs to no Service the pod stays in Init:0/1, and a rollout stops at it.`,
  severity: "warning",
  severities: { info: "no Service at all is known in the namespace, or the Service has no selector" },
  presets: ["recommended"],
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/concepts/workloads/pods/init-containers/",
    "https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/",
  ],
  absence: true,
  examples: [
    {
      bad: yaml`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          initContainers:
            - name: wait
              image: busybox:1.37
              command: [sh, -c, "until nslookup databse; do sleep 2; done"]
              #                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "nslookup databse" waits without end for Service "databse", which the project does not have; did you mean "database"?
          containers:
            - name: web
              image: example.com/web:1.4.0
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: database }
        spec:
          selector: { app: database }
          ports: [{ port: 5432 }]
      `,
      good: yaml`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          initContainers:
            - name: wait
              image: busybox:1.37
              command: [sh, -c, "until nslookup database; do sleep 2; done"]
          containers:
            - name: web
              image: example.com/web:1.4.0
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: database }
        spec:
          selector: { app: database }
          ports: [{ port: 5432 }]
      `,
    },
  ],

  target: "container",
  *check(container, { workload, graph }) {
    if (container.kind !== "init") return;
    const waited = waitedServiceOf(container);
    if (waited === undefined) return;
    const found = servicesNamed(waited, workload, graph);
    if (found.length > 0) {
      const [service] = found.map(resource => graph.serviceOf(resource)).filter(known => known !== undefined);
      const isEmpty = service !== undefined && !service.isExternalName && service.selector === undefined;
      if (isEmpty && waited.isLookup && !service.selectorField.isUnknown)
        yield {
          at: waited.at,
          severity: "info",
          strict: true,
          message: `"${waited.text}" succeeds as soon as Service "${waited.name}" exists: it has no selector, so nothing need stand behind it`,
          related: [{ at: service.resource.nameField, message: "this Service has no selector" }],
        };
      return;
    }
    const finding = missing(waited, workload, graph);
    if (finding !== undefined) yield finding;
  },
});

function servicesNamed({ name, namespace }: WaitedService, { resource }: Workload, graph: Graph) {
  const own = graph.namespaceOf(resource);
  if (namespace === undefined || namespace === own) return graph.find("/Service", name, resource);
  return graph
    .inOtherNamespaces("/Service", name, resource)
    .filter(service => graph.namespaceOf(service) === namespace);
}

function missing(waited: WaitedService, { resource, title }: Workload, graph: Graph): Finding | undefined {
  const { name, namespace } = waited;
  const isElsewhere = namespace !== undefined && namespace !== graph.namespaceOf(resource);
  // Of a namespace without any Service in the project nothing is known.
  if (isElsewhere && !graph.services.some(service => graph.namespaceOf(service.resource) === namespace))
    return undefined;
  // `db-0.db`: a pod of a StatefulSet, by its Service.
  if (!waited.isCertain && graph.find("/Service", namespace ?? "", resource).length > 0) return undefined;
  const near = isElsewhere ? undefined : graph.nearestName("/Service", name, resource);
  const hint = near?.candidate.name === undefined ? "" : `; did you mean "${near.candidate.name}"?`;
  return {
    at: waited.at,
    message: `"${waited.text}" waits without end for Service "${name}"${isElsewhere ? ` in namespace "${namespace}"` : ""}, which the project does not have${hint}`,
    help: `no container of ${title} starts before it succeeds; with a limit ("timeout 120 …") the init container fails and says so`,
    ...(near === undefined ? {} : { related: [{ at: near.candidate.nameField, message: "the nearest name" }] }),
    ...(graph.completeness("/Service", resource) === "unknown" ? { severity: "info" as const } : {}),
  };
}
