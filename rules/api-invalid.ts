import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "api-invalid",
  summary: "The API server warns of the object, drops a part of it or refuses it",
  why: `Beyond the types of single fields the API server checks how they fit each other. What no rule of its own describes is told here in the server's
    words: of a warning kubectl prints a line, a dropped field is gone without a word, and a refused object is not applied at all.`,
  severity: "warning",
  severities: {
    error: "when the server refuses the object",
    warning: "when it warns, or drops a field",
    info: "when it warns of a name that a controller chose",
  },
  presets: ["recommended"],
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/reference/using-api/api-concepts/",
    "pkg/api/pod: warningsForPodSpecAndMeta",
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
              env:
                - { name: MODE, value: fast }
                - { name: MODE, value: safe }
                #         ^^^^ env hides previous definition of "MODE", which may be dropped when using apply
      `,
      good: yaml`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              env:
                - { name: MODE, value: safe }
      `,
    },
  ],

  target: "none",
});
