import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "startup-probe-alone",
  summary: "A container has a startup probe, but nothing looks after it once it has started",
  why: `A startup probe ends with its first success. Its purpose is to hold back the liveness and readiness probes until then; where there are
    none, the container counts as ready and alive for the rest of its life, whatever becomes of it.`,
  severity: "info",
  presets: ["strict"],
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#types-of-probe",
    "pkg/kubelet/prober: worker.doProbe",
  ],
  yieldsTo: ["probe-misspelled", "misplaced-field", "unknown-field", "invalid-type"],
  examples: [
    {
      bad: yaml`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              startupProbe:
             #^^^^^^^^^^^^ container "web" has a startupProbe but neither liveness nor readiness probe: after its first success nothing is looked at any more
                httpGet: { path: /livez, port: 8080 }
                failureThreshold: 30
      `,
      good: yaml`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              startupProbe:
                httpGet: { path: /livez, port: 8080 }
                failureThreshold: 30
              livenessProbe:
                httpGet: { path: /livez, port: 8080 }
      `,
    },
  ],

  target: "container",
  *check(container, { workload }) {
    // A sidecar's startup probe is the gate for the containers after it, and a Job is over soon.
    if (container.kind !== "app" || !workload.isLongRunning || container.startup === undefined) return;
    if (container.field.get("livenessProbe").exists || container.field.get("readinessProbe").exists) return;
    yield {
      at: container.startup.field,
      message: `container "${container.name}" has a startupProbe but neither liveness nor readiness probe: after its first success nothing is looked at any more`,
      help: "the startup probe exists to hold the other two back; alone it can only kill a slow start",
      scope: container.field,
    };
  },
});
