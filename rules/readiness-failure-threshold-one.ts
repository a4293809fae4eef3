import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "readiness-failure-threshold-one",
  summary: "A single failed attempt of a readiness probe takes the pod out of its Services",
  why: `With failureThreshold 1 one slow answer removes a pod from the endpoints. The others take its load and answer more slowly in turn; where
    all of them depend on one thing, all of them leave at once, and nobody is left to serve.`,
  severity: "info",
  presets: ["recommended"],
  fix: "unsafe",
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#configure-probes",
    "pkg/kubelet/prober: worker.doProbe",
  ],
  examples: [
    {
      bad: yaml`
        apiVersion: v1
        kind: Pod
        metadata: { name: web, labels: { app: web } }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              readinessProbe:
                httpGet: { path: /ready, port: 8080 }
                timeoutSeconds: 2
                failureThreshold: 1
                #                 ^ one answer to the readiness probe that fails or takes more than 2 s takes the pod out of Service "web" (failureThreshold 1)
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          selector: { app: web }
          ports: [{ port: 8080 }]
      `,
      good: yaml`
        apiVersion: v1
        kind: Pod
        metadata: { name: web, labels: { app: web } }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              readinessProbe:
                httpGet: { path: /ready, port: 8080 }
                timeoutSeconds: 2
                failureThreshold: 3
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          selector: { app: web }
          ports: [{ port: 8080 }]
      `,
    },
  ],

  target: "container",
  *check(container, { workload, graph }) {
    const { readiness } = container;
    const timing = readiness?.timing;
    if (readiness === undefined || timing?.failureThreshold !== 1) return;
    const services = graph.servicesOf(workload).filter(service => !service.publishesNotReady);
    const [service] = services;
    if (service === undefined) return;
    const field = readiness.field.get("failureThreshold");
    const where = services.length === 1 ? `Service "${service.name ?? "?"}"` : `${services.length} Services`;
    yield {
      at: field,
      message: `one answer to the readiness probe that fails or takes more than ${timing.timeoutSeconds} s takes the pod out of ${where} (failureThreshold 1)`,
      help: "what makes one pod slow, load or a shared dependency, makes them all slow: then no endpoint is left",
      related: services
        .slice(0, 3)
        .map(({ resource }) => ({ at: resource.nameField, message: "it selects these pods" })),
      fixes: [{ title: "write failureThreshold: 3", safety: "unsafe", changes: [{ set: field, to: 3 }] }],
    };
  },
});
