import { aboutMissing, missingReferences } from "../src/graph/missing.ts";
import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "secret-missing",
  summary: "A pod refers to a Secret that is not there",
  why: `Containers that take environment from a missing Secret do not start (CreateContainerConfigError), and pods that mount one stay in ContainerCreating, until
    it exists or the reference is optional. Most Secrets are made outside of a repository: only one of nearly that name tells a mistake.`,
  severity: "info",
  severities: {
    error: "when the whole application is there and a Secret of nearly that name with it",
    warning: "when a Secret of nearly that name stands beside it",
    info: "when it may come from somewhere else",
  },
  presets: ["recommended"],
  fix: "unsafe",
  since: "0.1.0",
  references: ["https://kubernetes.io/docs/concepts/configuration/secret/"],
  absence: true,
  examples: [
    {
      bad: yaml`
        apiVersion: v1
        kind: Secret
        metadata: { name: credentials }
        stringData: { password: example }
        ---
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              envFrom: [{ secretRef: { name: credentails } }]
              #                              ^^^^^^^^^^^ Secret "credentails" is not in namespace "default"; did you mean "credentials"?
      `,
      good: yaml`
        apiVersion: v1
        kind: Secret
        metadata: { name: credentials }
        stringData: { password: example }
        ---
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              envFrom: [{ secretRef: { name: credentials } }]
      `,
    },
  ],

  target: "resource",
  *check(resource, { graph }) {
    for (const missing of missingReferences("/Secret", resource, graph)) {
      const { reference, namespace } = missing.resolved;
      yield {
        ...aboutMissing(missing),
        message: `Secret "${reference.name}" is not in namespace "${namespace}"${missing.hint}`,
        help: "the pods do not start until it exists, or the reference says optional: true",
      };
    }
  },
});
