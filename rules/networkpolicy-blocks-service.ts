import type { Graph } from "../src/graph/graph.ts";
import { admits } from "../src/kubernetes/network-policy.ts";
import { podLabels } from "../src/kubernetes/pods.ts";
import type { Resource } from "../src/kubernetes/resource.ts";
import { labelSelector, matches } from "../src/kubernetes/selector.ts";
import type { Workload } from "../src/kubernetes/workload.ts";
import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "networkpolicy-blocks-service",
  summary: "No NetworkPolicy admits traffic to the port a Service sends it to",
  why: `As soon as one policy of type Ingress selects a pod, only what some policy admits gets in. When none of them admits the port behind the Service, from
    anybody, every connection through the Service times out. Probes come from the node, which most network plugins always admit.`,
  severity: "warning",
  presets: ["strict"],
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/concepts/services-networking/network-policies/#the-two-sorts-of-pod-isolation",
  ],
  absence: true,
  examples: [
    {
      bad: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: db }
        spec:
          selector: { matchLabels: { app: db } }
          template:
            metadata: { labels: { app: db } }
            spec:
              containers:
                - name: db
                  image: postgres:17.2
                  ports: [{ containerPort: 5432 }]
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: db }
        spec:
          selector: { app: db }
          ports: [{ port: 5432 }]
          #               ^^^^ Service "db" sends port 5432 to 5432/TCP of Deployment "db", which no NetworkPolicy admits
        ---
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: { name: db }
        spec:
          podSelector: { matchLabels: { app: db } }
          policyTypes: [Ingress]
          ingress:
            - from:
                - podSelector: { matchLabels: { app: web } }
              ports: [{ port: 3306 }]
      `,
      good: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: db }
        spec:
          selector: { matchLabels: { app: db } }
          template:
            metadata: { labels: { app: db } }
            spec:
              containers:
                - name: db
                  image: postgres:17.2
                  ports: [{ containerPort: 5432 }]
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: db }
        spec:
          selector: { app: db }
          ports: [{ port: 5432 }]
        ---
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: { name: db }
        spec:
          podSelector: { matchLabels: { app: db } }
          policyTypes: [Ingress]
          ingress:
            - from:
                - podSelector: { matchLabels: { app: web } }
              ports: [{ port: 5432 }]
      `,
    },
  ],

  target: "service",
  *check(service, { graph }) {
    if (graph.completeness(POLICY, service.resource) === "unknown") return;
    for (const { port, targets } of graph.portsOf(service).slice(0, 16)) {
      for (const { workload, number, declared } of targets.slice(0, 1)) {
        const policies = policiesFor(workload, graph);
        const [policy] = policies;
        if (policy === undefined || number === undefined) continue;
        const asked = { number, name: declared?.name, protocol: port.protocol };
        if (policies.some(each => admits(each, asked))) continue;
        yield {
          at: port.field.get("port"),
          message: `Service "${service.name ?? "?"}" sends port ${port.port ?? "?"} to ${number}/${port.protocol} of ${workload.title}, which no NetworkPolicy admits`,
          help: "connections through the Service time out",
          related: [{ at: policy.nameField, message: "this policy isolates the pods" }],
        };
      }
    }
  },
});

const POLICY = "networking.k8s.io/NetworkPolicy";
const POLICIES = new WeakMap<Graph, readonly Resource[]>();

/** Policies of type Ingress that select the pods. */
function policiesFor(workload: Workload, graph: Graph): Resource[] {
  const policies = POLICIES.get(graph) ?? graph.resources.filter(({ groupKind }) => groupKind === POLICY).slice(0, 256);
  POLICIES.set(graph, policies);
  const namespace = graph.namespaceOf(workload.resource);
  const labels = podLabels(workload);
  return policies.filter(policy => {
    const types = policy.spec
      .get("policyTypes")
      .items()
      .map(({ scalar }) => scalar);
    const selector = labelSelector(policy.spec.get("podSelector"));
    if (graph.namespaceOf(policy) !== namespace || (types.length > 0 && !types.includes("Ingress"))) return false;
    return selector === undefined || selector.unknown || matches(selector, labels);
  });
}
