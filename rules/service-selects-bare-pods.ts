import { isIdleThroughout } from "../src/kubernetes/drain.ts";
import { isExpectedToServe } from "../src/kubernetes/purpose.ts";
import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "service-selects-bare-pods",
  summary: "A Service sends traffic to a pod that no controller replaces",
  why: `A Pod written by itself stays on its node. When the node is lost or drained, or the pod is evicted, it is gone for good and nothing makes
    another: the Service keeps its name and loses its endpoint. Nor can it be updated without a gap.`,
  severity: "warning",
  presets: ["recommended"],
  since: "0.1.0",
  references: ["https://kubernetes.io/docs/concepts/workloads/pods/#working-with-pods"],
  examples: [
    {
      bad: yaml`
        apiVersion: v1
        kind: Pod
        metadata: { name: web, labels: { app: web } }
        #                 ^^^ Service "web" sends its traffic to Pod "web", which has no controller: once it is evicted or its node is lost, nothing makes another
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          selector: { app: web }
          ports: [{ port: 80, targetPort: 8080 }]
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
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          selector: { app: web }
          ports: [{ port: 80, targetPort: 8080 }]
      `,
    },
  ],

  target: "workload",
  *check(workload, { graph }) {
    if (workload.kind !== "Pod" || !isExpectedToServe(workload)) return;
    const { resource } = workload;
    // A mirror of a static pod, or the pod of some controller, read back from a cluster.
    if (resource.metadata.get("ownerReferences").items().length > 0 || resource.metadata.get("uid").exists) return;
    if (graph.namespaceOf(resource) === "kube-system") return;
    // Of pods that only wait, the Service gives the name.
    if (isIdleThroughout(workload)) return;
    const services = graph.servicesOf(workload).filter(service => graph.sameApplication(service.resource, resource));
    const [service] = services;
    if (service === undefined) return;
    yield {
      at: resource.nameField,
      message: `Service "${service.name ?? "?"}" sends its traffic to ${workload.title}, which has no controller: once it is evicted or its node is lost, nothing makes another`,
      help: "a Deployment keeps it up, moves it to another node and updates it without a gap",
      related: services.slice(0, 3).map(({ selectorField }) => ({ at: selectorField, message: "it selects this pod" })),
    };
  },
});
