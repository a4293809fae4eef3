import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "prestop-sleep-unsupported",
  summary: "The sleep action is not known to this version of Kubernetes",
  why: `preStop.sleep came with Kubernetes 1.29, where its feature gate is off, and is on since 1.30; 0 seconds are accepted since 1.33. An older
    API server drops the action without a word: the hook is then empty, or is refused for being so, and nothing waits.`,
  severity: "error",
  presets: ["recommended"],
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/#hook-handler-implementations",
    "pkg/apis/core/validation: validateSleepAction",
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
              lifecycle:
                preStop:
                  sleep: { seconds: 5 }
                 #^^^^^ preStop.sleep is dropped without a word by Kubernetes 1.29, where its feature gate is off; it is on since 1.30
      `,
      good: yaml`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              lifecycle:
                preStop:
                  exec: { command: [sleep, "5"] }
      `,
      minor: 29,
    },
  ],
  target: "none",
});
