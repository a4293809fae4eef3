import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "probe-on-ephemeral-container",
  summary: "An ephemeral container has a probe or a lifecycle hook",
  why: `An ephemeral container is added to a running pod for debugging. It is never restarted and serves nobody, so the API server refuses probes
    and lifecycle hooks on it.`,
  severity: "error",
  presets: ["recommended"],
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/concepts/workloads/pods/ephemeral-containers/",
    "pkg/apis/core/validation: validateEphemeralContainers",
  ],
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
          ephemeralContainers:
            - name: debugger
              image: example.com/debugger:1.0.0
              livenessProbe:
             #^^^^^^^^^^^^^ livenessProbe cannot be set for an Ephemeral Container
                exec: { command: [cat, /tmp/healthy] }
      `,
      good: yaml`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              livenessProbe:
                exec: { command: [cat, /tmp/healthy] }
      `,
    },
  ],
  target: "none",
});
