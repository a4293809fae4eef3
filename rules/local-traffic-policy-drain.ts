import { drainsItself } from "../src/kubernetes/drain.ts";
import { isExpectedToServe } from "../src/kubernetes/purpose.ts";
import { targetOf } from "../src/kubernetes/service.ts";
import { isRecreate } from "../src/kubernetes/strategy.ts";
import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "local-traffic-policy-drain",
  summary: "A load balancer sends to a node whose only pod is already closing",
  why: `With externalTrafficPolicy Local a node takes traffic only while a pod of its own is ready, and the load balancer learns of a change
    by its health checks: several periods of them, often 10 s or more. Without a preStop hook the pod is gone long before, and what
    arrives in between is dropped, since no other node may take it.`,
  severity: "info",
  presets: ["strict"],
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/tasks/access-application-cluster/create-external-load-balancer/#preserving-the-client-source-ip",
    "pkg/proxy/healthcheck: server",
  ],
  absence: true,
  examples: [
    {
      bad: yaml`
        apiVersion: v1
        kind: Service
        metadata: { name: edge }
        spec:
          type: LoadBalancer
          externalTrafficPolicy: Local
          #                      ^^^^^ externalTrafficPolicy Local: after a pod of Deployment "edge" is deleted the load balancer still sends to its node until health checks fail, and container "edge" has no preStop hook
          selector: { app: edge }
          ports: [{ port: 80, targetPort: 8080 }]
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: edge }
        spec:
          replicas: 3
          selector: { matchLabels: { app: edge } }
          template:
            metadata: { labels: { app: edge } }
            spec:
              containers:
                - name: edge
                  image: example.com/edge:1.4.0
      `,
      good: yaml`
        apiVersion: v1
        kind: Service
        metadata: { name: edge }
        spec:
          type: LoadBalancer
          externalTrafficPolicy: Local
          selector: { app: edge }
          ports: [{ port: 80, targetPort: 8080 }]
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: edge }
        spec:
          replicas: 3
          selector: { matchLabels: { app: edge } }
          template:
            metadata: { labels: { app: edge } }
            spec:
              containers:
                - name: edge
                  image: example.com/edge:1.4.0
                  lifecycle: { preStop: { sleep: { seconds: 15 } } }
      `,
    },
  ],

  target: "service",
  *check(service, { graph }) {
    const policy = service.resource.spec.get("externalTrafficPolicy");
    if (policy.scalar !== "Local" || !service.isExternal) return;
    for (const workload of graph.workloadsOf(service)) {
      if (!isExpectedToServe(workload) || workload.kind === "Pod" || isRecreate(workload)) continue;
      const target = service.ports.map(port => targetOf(port, workload)).find(found => found !== undefined);
      const container = target?.container ?? workload.appContainers[0];
      if (container === undefined || container.field.get("lifecycle", "preStop").exists) continue;
      if (drainsItself(container, workload)) continue;
      yield {
        at: policy,
        message: `externalTrafficPolicy Local: after a pod of ${workload.title} is deleted the load balancer still sends to its node until health checks fail, and container "${container.name}" has no preStop hook`,
        help: "a preStop hook that waits longer than the load balancer's health checks take keeps the pod answering meanwhile",
        related: [{ at: container.field, message: "this container ends at once" }],
      };
    }
  },
});
