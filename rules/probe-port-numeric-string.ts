import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "probe-port-numeric-string",
  summary: "The port of a probe or a hook is a number in quotes",
  why: `A port in quotes is a port name, and a name must contain a letter. The API server refuses "8080" with a message about port names, which
    does not say that the quotes are the mistake.`,
  severity: "error",
  presets: ["recommended"],
  fix: "safe",
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#use-a-named-port",
    "pkg/apis/core/validation: ValidatePortNumOrName",
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
              livenessProbe:
                httpGet: { path: /livez, port: "8080" }
                #                              ^^^^^^ "8080" in quotes is a port name, and a port name must contain at least one letter (a-z); write 8080
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
                httpGet: { path: /livez, port: 8080 }
      `,
    },
  ],
  target: "none",
});
