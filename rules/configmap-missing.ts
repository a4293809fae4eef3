import { aboutMissing, missingReferences } from "../src/graph/missing.ts";
import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "configmap-missing",
  summary: "A pod refers to a ConfigMap that is not there",
  why: `Containers that take environment from a missing ConfigMap do not start (CreateContainerConfigError), and pods that mount one stay in ContainerCreating,
    until it exists or the reference is optional.`,
  severity: "info",
  severities: {
    error: "when the whole application is there and a ConfigMap of nearly that name with it",
    warning: "when a ConfigMap of nearly that name stands beside it",
    info: "when it may come from somewhere else",
  },
  presets: ["recommended"],
  fix: "unsafe",
  since: "0.1.0",
  references: ["https://kubernetes.io/docs/concepts/configuration/configmap/"],
  absence: true,
  examples: [
    {
      bad: yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata: { name: settings }
        data: { mode: fast }
        ---
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              envFrom: [{ configMapRef: { name: setings } }]
              #                                 ^^^^^^^ ConfigMap "setings" is not in namespace "default"; did you mean "settings"?
      `,
      good: yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata: { name: settings }
        data: { mode: fast }
        ---
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              envFrom: [{ configMapRef: { name: settings } }]
      `,
    },
  ],

  target: "resource",
  *check(resource, { graph }) {
    for (const missing of missingReferences("/ConfigMap", resource, graph)) {
      const { reference, namespace } = missing.resolved;
      yield {
        ...aboutMissing(missing),
        message: `ConfigMap "${reference.name}" is not in namespace "${namespace}"${missing.hint}`,
        help: "the pods do not start until it exists, or the reference says optional: true",
      };
    }
  },
});
