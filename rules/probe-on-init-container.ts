import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "probe-on-init-container",
  summary: "An init container has a probe or a lifecycle hook",
  why: `An init container runs to its end before the others start: there is nothing to restart and nothing to send traffic to. The API server
    refuses probes and hooks on it. With restartPolicy Always it is a sidecar, runs on beside the others, and may have all of them.`,
  severity: "error",
  presets: ["recommended"],
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/concepts/workloads/pods/init-containers/",
    "pkg/apis/core/validation: validateInitContainers",
  ],
  examples: [
    {
      bad: yaml`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          initContainers:
            - name: proxy
              image: example.com/proxy:2.1.0
              readinessProbe:
             #^^^^^^^^^^^^^^ readinessProbe may not be set for init containers without restartPolicy=Always: this init container runs to its end before the others start
                tcpSocket: { port: 5432 }
          containers:
            - name: web
              image: example.com/web:1.4.0
      `,
      good: yaml`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          initContainers:
            - name: proxy
              image: example.com/proxy:2.1.0
              readinessProbe:
                tcpSocket: { port: 5432 }
              restartPolicy: Always
          containers:
            - name: web
              image: example.com/web:1.4.0
      `,
    },
  ],
  target: "none",
});
