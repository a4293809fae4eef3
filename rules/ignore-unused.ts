import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "ignore-unused",
  summary: "A comment or an annotation ignores nothing",
  why: `It names no rule, a rule that is not known, or one that finds nothing at this place. Whoever reads it takes the manifest for worse
    than it is, and should the mistake come back one day, nobody will hear of it.`,
  severity: "warning",
  presets: ["recommended"],
  since: "0.1.0",
  references: ["https://github.com/kprobe-lint/kprobe-lint#ignoring"],
  examples: [
    {
      bad: yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings
        # kprobe-lint-ignore
        #^^^^^^^^^^^^^^^^^^^ this comment names no rule, so it ignores nothing
        data:
          mode: fast
      `,
      good: yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings
        data:
          mode: fast
      `,
    },
  ],

  target: "none",
});
