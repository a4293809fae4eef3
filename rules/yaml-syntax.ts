import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "yaml-syntax",
  summary: "A document is no YAML, so nothing of it reaches the cluster",
  why: `kubectl refuses a file at its first document that does not parse. Where the mistake is and where a parser stumbles over it are often different places: a
    quote that is not closed is shown where it was opened, a line that is indented too far beside its neighbours.`,
  severity: "error",
  presets: ["recommended"],
  fix: "unsafe",
  since: "0.1.0",
  references: ["https://yaml.org/spec/1.2.2/"],
  examples: [
    {
      bad: yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: web
        data:
          mode: "fast
          #     ^^^^^ the double quote opened here is never closed
          level: info
      `,
      good: yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: web
        data:
          mode: "fast"
          level: info
      `,
    },
  ],

  target: "none",
});
