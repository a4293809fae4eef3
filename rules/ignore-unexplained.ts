import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "ignore-unexplained",
  summary: "A comment or an annotation ignores a rule and gives no reason",
  why: `Whoever meets it later cannot tell a decision from a shortcut, and dares neither to remove it nor to trust it. The reason stands
    behind two dashes, or is the annotation's value.`,
  severity: "warning",
  presets: ["strict"],
  since: "0.1.0",
  references: ["https://github.com/kprobe-lint/kprobe-lint#ignoring"],
  examples: [
    {
      bad: yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings
        # kprobe-lint-ignore ignore-unexplained
        #^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ this comment gives no reason
        data:
          mode: fast
      `,
      good: yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings
        # kprobe-lint-ignore ignore-unexplained -- shows how a reason is written
        data:
          mode: fast
      `,
    },
  ],

  target: "none",
});
