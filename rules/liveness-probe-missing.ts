import { exposuresOf } from "../src/graph/exposure.ts";
import { isExpectedToServe } from "../src/kubernetes/purpose.ts";
import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "liveness-probe-missing",
  summary: "A container that serves has no liveness probe",
  why: `The kubelet restarts a container whose process ends, but it cannot see one that hangs. Only a liveness probe can: without it a
    deadlock lasts until somebody deletes the pod. A process that ends by itself on every fatal error does not need one.`,
  severity: "info",
  presets: ["strict"],
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#when-should-you-use-a-liveness-probe",
    "pkg/kubelet/kuberuntime: computePodActions",
  ],
  yieldsTo: ["probe-misspelled", "misplaced-field", "unknown-field", "invalid-type"],
  absence: true,
  examples: [
    {
      bad: yaml`
        apiVersion: v1
        kind: Pod
        metadata: { name: web, labels: { app: web } }
        spec:
          containers:
            - name: web
            #       ^^^ container "web", which serves Service "web", has no livenessProbe
              image: example.com/web:1.4.0
              ports: [{ containerPort: 8080 }]
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
              ports: [{ containerPort: 8080 }]
              livenessProbe:
                httpGet: { path: /livez, port: 8080 }
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
    if (container.field.get("livenessProbe").exists || !isExpectedToServe(workload)) return;
    const [exposure] = exposuresOf(container, workload, graph);
    if (exposure === undefined) return;
    yield {
      at: container.field,
      message: `container "${container.name}", which serves Service "${exposure.service.name ?? "?"}", has no livenessProbe`,
      help: "a process that hangs without ending is never restarted; one that ends by itself on every fatal error needs no probe",
      related: [{ at: exposure.port.field, message: "it serves this port" }],
    };
  },
});
