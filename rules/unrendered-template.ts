import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "unrendered-template",
  summary: "A document holds template text and is no manifest yet",
  why: `What stands between double braces is filled in by Helm or another tool; before that the document is no YAML, and says nothing about the cluster. Lint
    what the tool prints (helm template) instead.`,
  severity: "info",
  presets: ["recommended"],
  since: "0.1.0",
  references: ["https://helm.sh/docs/helm/helm_template/"],
  examples: [
    {
      bad: yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: web
        data:
          {{- toYaml .Values.settings | nindent 2 }}
         #^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ this is a template, not a manifest yet
      `,
      good: yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: web
        data:
          mode: fast
      `,
    },
  ],

  target: "none",
});
