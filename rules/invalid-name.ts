import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "invalid-name",
  summary: "A name, a namespace, a label or a port name breaks the rules for names",
  why: `Names become parts of DNS names and of paths, so the API server accepts lower-case letters, digits and hyphens only, and refuses the object otherwise. A
    letter of another alphabet may look the same and is not.`,
  severity: "error",
  presets: ["recommended"],
  fix: "unsafe",
  since: "0.1.0",
  references: ["https://kubernetes.io/docs/concepts/overview/working-with-objects/names/"],
  examples: [
    {
      bad: yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata: { name: web_settings }
        #                 ^^^^^^^^^^^^ "web_settings" is not a valid DNS-1123 subdomain for metadata.name: a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character; offending character U+005F "_" at 3
      `,
      good: yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata: { name: web-settings }
      `,
    },
  ],

  target: "none",
});
