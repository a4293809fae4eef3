import { aboutMissing, missingReferences } from "../src/graph/missing.ts";
import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "service-account-missing",
  summary: "A pod or a binding names a ServiceAccount that is not there",
  why: `A pod of a ServiceAccount that does not exist is refused: its controller makes none and only its events say so (FailedCreate). A role that is bound to a
    name that nobody has gives its rights to nobody.`,
  severity: "info",
  severities: {
    error: "when the whole application is there and a ServiceAccount of nearly that name with it",
    warning: "when a ServiceAccount of nearly that name stands beside it",
    info: "when it may come from somewhere else",
  },
  presets: ["recommended"],
  fix: "unsafe",
  since: "0.1.0",
  references: ["https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/"],
  absence: true,
  examples: [
    {
      bad: yaml`
        apiVersion: v1
        kind: ServiceAccount
        metadata: { name: web-reader }
        ---
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          serviceAccountName: web-raeder
          #                   ^^^^^^^^^^ ServiceAccount "web-raeder" is not in namespace "default"; did you mean "web-reader"?
          containers:
            - name: web
              image: example.com/web:1.4.0
      `,
      good: yaml`
        apiVersion: v1
        kind: ServiceAccount
        metadata: { name: web-reader }
        ---
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          serviceAccountName: web-reader
          containers:
            - name: web
              image: example.com/web:1.4.0
      `,
    },
  ],

  target: "resource",
  *check(resource, { graph }) {
    for (const missing of missingReferences("/ServiceAccount", resource, graph)) {
      const { reference, namespace } = missing.resolved;
      yield {
        ...aboutMissing(missing),
        message: `ServiceAccount "${reference.name}" is not in namespace "${namespace}"${missing.hint}`,
        help: "pods of it are refused, and rights bound to it are nobody's",
      };
    }
  },
});
