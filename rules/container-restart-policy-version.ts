import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "container-restart-policy-version",
  summary: "A container's own restart policy is not known to this version of Kubernetes",
  why: `restartPolicy Always makes a sidecar of an init container since Kubernetes 1.29; before, the field is dropped without a word, the container
    has to end before the others start, and a proxy never does. Containers of the main list may have one since 1.35.`,
  severity: "error",
  presets: ["recommended"],
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/",
    "pkg/apis/core/validation: validateContainerRestartPolicy",
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
              image: example.com/proxy:1.0.0
              restartPolicy: Always
              #              ^^^^^^ restartPolicy of an init container is dropped without a word by Kubernetes 1.28: sidecars are on since 1.29, so this container has to end before the others start
          containers:
            - name: web
              image: example.com/web:1.4.0
      `,
      good: yaml`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: proxy
              image: example.com/proxy:1.0.0
            - name: web
              image: example.com/web:1.4.0
      `,
      minor: 28,
    },
  ],
  target: "none",
});
