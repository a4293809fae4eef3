import { missingKeys } from "../src/graph/missing.ts";
import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "configmap-key-missing",
  summary: "A pod asks for a key that its ConfigMap does not have",
  why: `A container that takes an environment variable from a key that is not there does not start (CreateContainerConfigError), and a pod that mounts such a
    key stays in ContainerCreating, until the ConfigMap has it or the reference is optional.`,
  severity: "error",
  severities: {
    error: "when both stand in one application",
    info: "when the ConfigMap stands elsewhere, or has no keys yet",
  },
  presets: ["recommended"],
  fix: "unsafe",
  since: "0.1.0",
  references: ["https://kubernetes.io/docs/tasks/configure-pod-container/configure-pod-configmap/"],
  examples: [
    {
      bad: yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata: { name: web }
        data: { log-level: info }
        ---
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              env:
                - name: LOG_LEVEL
                  valueFrom:
                    configMapKeyRef: { name: web, key: log_level }
                    #                                  ^^^^^^^^^ ConfigMap "web" has no key "log_level"; did you mean "log-level"?
      `,
      good: yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata: { name: web }
        data: { log-level: info }
        ---
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              env:
                - name: LOG_LEVEL
                  valueFrom:
                    configMapKeyRef: { name: web, key: log-level }
      `,
    },
  ],

  target: "resource",
  *check(resource, { graph }) {
    for (const { key, target, meant, isBeside } of missingKeys("/ConfigMap", resource, graph)) {
      yield {
        at: key,
        message: `ConfigMap "${target.name ?? "?"}" has no key "${key.string ?? ""}"${meant === undefined ? "" : `; did you mean "${meant}"?`}`,
        help: "the pods do not start until it has the key, or the reference says optional: true",
        related: [{ at: target.nameField, message: "the ConfigMap" }],
        ...(isBeside ? {} : { severity: "info", strict: true }),
        ...(meant === undefined
          ? {}
          : { fixes: [{ title: `write ${meant}`, safety: "unsafe", changes: [{ set: key, to: meant }] }] }),
      };
    }
  },
});
