import type { Graph, ResolvedReference } from "../src/graph/graph.ts";
import { gravityOf, isMisspelt, standNear } from "../src/graph/proof.ts";
import type { Resource } from "../src/kubernetes/resource.ts";
import { defineRule, type Finding, yaml } from "../src/rule.ts";

export default defineRule({
  id: "hpa-target-missing",
  summary: "An autoscaler's target is not there, or not of that group and kind",
  why: `An autoscaler finds what it scales by group, kind and name in its own namespace. Where there is nothing, it does nothing: the workload keeps the
    replicas it has, and only the autoscaler's conditions say so (AbleToScale is False, FailedGetScale).`,
  severity: "warning",
  severities: {
    error:
      "when the whole application is there and a workload of nearly that name with it, or the group cannot be right",
    warning: "when a workload of nearly that name is there, or the whole application",
    info: "when the workload may come from somewhere else",
  },
  presets: ["recommended"],
  fix: "unsafe",
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/",
    "pkg/controller/podautoscaler: HorizontalController.reconcileAutoscaler",
  ],
  absence: true,
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
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata: { name: web }
        spec:
          scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: wbe }
          #                                                              ^^^ HorizontalPodAutoscaler "web" scales Deployment "wbe", which is not in namespace "default"; did you mean "web"?
          maxReplicas: 5
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
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata: { name: web }
        spec:
          scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }
          maxReplicas: 5
      `,
    },
  ],

  target: "resource",
  *check(resource, { graph }) {
    if (!AUTOSCALERS.has(resource.kind)) return;
    const wrongGroup = groupFault(resource);
    if (wrongGroup !== undefined) {
      yield wrongGroup;
      return;
    }
    for (const resolved of graph.referencesOf(resource)) {
      const { reference, targets, excuse } = resolved;
      if (!/^spec\.(scaleTargetRef|targetRef)$/.test(reference.row.at)) continue;
      if (targets.length === 0 && excuse === undefined) yield* missingTarget(resolved, resource, graph);
    }
  },
});

function* missingTarget(
  { reference, namespace }: ResolvedReference,
  resource: Resource,
  graph: Graph,
): Iterable<Finding> {
  const kind = reference.groupKind.slice(reference.groupKind.indexOf("/") + 1);
  const near = graph.nearestName(reference.groupKind, reference.name, resource);
  const meant = near?.candidate.name;
  const isSlip =
    near !== undefined &&
    meant !== undefined &&
    standNear(near.candidate, resource) &&
    isMisspelt(reference.name, meant);
  const isBeside = isSlip && graph.sameApplication(near.candidate, resource);
  const proof = graph.completeness(reference.groupKind, resource);
  if (proof === "unknown" && !IN_APPS.has(kind)) return;
  const namesake = [...IN_APPS].find(each => graph.find(`apps/${each}`, reference.name, resource).length > 0);
  const [other] = graph.inOtherNamespaces(reference.groupKind, reference.name, resource);
  const inNamespace = other === undefined ? "" : `; there is one in namespace "${graph.namespaceOf(other)}"`;
  const elsewhere = namesake === undefined ? inNamespace : `; there is a ${namesake} of that name`;
  yield {
    at: reference.field,
    message: `${resource.kind} "${resource.name ?? "?"}" scales ${kind} "${reference.name}", which is not in namespace "${namespace}"${isSlip ? `; did you mean "${meant}"?` : elsewhere}`,
    help: "without a target it scales nothing, and says so in its conditions alone",
    ...gravityOf(proof, isBeside || namesake !== undefined),
    ...(isSlip && near !== undefined
      ? {
          related: [{ at: near.at, message: `this ${kind} is there` }],
          fixes: [{ title: `write ${meant}`, safety: "unsafe", changes: [{ set: reference.field, to: meant }] }],
        }
      : {}),
  };
}

const AUTOSCALERS = new Set(["HorizontalPodAutoscaler", "ScaledObject", "VerticalPodAutoscaler"]);
const IN_APPS = new Set(["Deployment", "StatefulSet", "ReplicaSet"]);

/** The controller looks kinds up by group alone, and the version counts for nothing. (apimachinery: RESTMapper.RESTMappings) */
function groupFault(resource: Resource) {
  if (resource.kind !== "HorizontalPodAutoscaler") return undefined;
  const target = resource.spec.get("scaleTargetRef");
  const [kind, version] = [target.get("kind").string, target.get("apiVersion")];
  if (kind === undefined || !IN_APPS.has(kind) || version.isUnknown) return undefined;
  const written = version.string ?? "";
  const group = written.includes("/") ? written.slice(0, written.indexOf("/")) : "";
  if (group === "apps" || (group !== "" && group !== "extensions")) return undefined;
  return {
    at: version.exists ? version : target,
    message: `${kind} is in the group "apps", ${version.exists ? `not in that of apiVersion "${written}"` : "and scaleTargetRef has no apiVersion"}: the autoscaler finds no such kind`,
    help: "write apiVersion: apps/v1",
    severity: "error" as const,
    fixes: [
      {
        title: "write apiVersion: apps/v1",
        safety: "unsafe" as const,
        changes: [
          version.exists ? { set: version, to: "apps/v1" } : { add: target, key: "apiVersion", yaml: "apps/v1" },
        ],
      },
    ],
  };
}
