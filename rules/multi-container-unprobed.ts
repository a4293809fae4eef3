import { exposuresOf } from "../src/graph/exposure.ts";
import { imageBase } from "../src/kubernetes/command.ts";
import type { Container } from "../src/kubernetes/container.ts";
import { isExpectedToServe } from "../src/kubernetes/purpose.ts";
import { defineRule, yaml } from "../src/rule.ts";

/** Containers that work beside the application: its readiness does not hang on theirs. */
const HELPERS =
  /log|fluent|filebeat|promtail|vector|beat|exporter|metrics|telemetry|otel|collector|agent|datadog|jaeger|istio|linkerd|envoy|reloader|sync|rbac|watch|sidecar|init/;

export default defineRule({
  id: "multi-container-unprobed",
  summary: "Some containers of a pod have a readiness probe and others that listen have none",
  why: `A pod is Ready when all its containers are, and one without a readiness probe is ready as soon as it runs. The pod then says Ready on
    behalf of a container that nobody has asked.`,
  severity: "info",
  presets: ["strict"],
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-conditions",
    "pkg/kubelet/status: GenerateContainersReadyCondition",
  ],
  yieldsTo: ["probe-misspelled", "misplaced-field", "unknown-field", "invalid-type"],
  examples: [
    {
      bad: yaml`
        apiVersion: v1
        kind: Pod
        metadata: { name: shop }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              readinessProbe:
                httpGet: { path: /ready, port: 8080 }
            - name: admin
            #       ^^^^^ container "admin" listens but has no readinessProbe, while container "web" has one: the pod is Ready without asking it
              image: example.com/admin:1.4.0
              ports: [{ containerPort: 9000 }]
      `,
      good: yaml`
        apiVersion: v1
        kind: Pod
        metadata: { name: shop }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              readinessProbe:
                httpGet: { path: /ready, port: 8080 }
            - name: admin
              image: example.com/admin:1.4.0
              ports: [{ containerPort: 9000 }]
              readinessProbe:
                httpGet: { path: /ready, port: 9000 }
      `,
    },
  ],

  target: "container",
  *check(container, { workload, graph }) {
    const { appContainers } = workload;
    if (container.kind !== "app" || !isExpectedToServe(workload) || container.ports.length === 0) return;
    if (container.field.get("readinessProbe").exists || isHelper(container)) return;
    const probed = appContainers.find(({ readiness }) => readiness !== undefined);
    // A container that a Service reaches is readiness-probe-missing.
    if (probed?.readiness === undefined || exposuresOf(container, workload, graph).length > 0) return;
    yield {
      at: container.field,
      message: `container "${container.name}" listens but has no readinessProbe, while container "${probed.name}" has one: the pod is Ready without asking it`,
      help: "a pod is Ready when all its containers are; one without a probe counts as ready while it runs",
      related: [{ at: probed.readiness.field, message: `container "${probed.name}" is asked` }],
    };
  },
});

function isHelper(container: Container): boolean {
  return HELPERS.test(container.name) || HELPERS.test(imageBase(container));
}
