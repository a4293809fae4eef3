import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "probe-misspelled",
  summary: "A field of a probe, a hook or a rollout is misspelt",
  why: `The API server refuses the field, or a client that does not check drops it without a word. Then the container has no such probe at all, though the
    manifest looks as if it had one.`,
  severity: "error",
  presets: ["recommended"],
  fix: "safe",
  since: "0.1.0",
  references: ["https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/"],
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
              readnessProbe:
             #^^^^^^^^^^^^^ unknown field "readnessProbe" in a container; did you mean "readinessProbe"?
                httpGet: { path: /ready, port: 8080 }
      `,
      good: yaml`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              readinessProbe:
                httpGet: { path: /ready, port: 8080 }
      `,
    },
  ],

  target: "none",
});
