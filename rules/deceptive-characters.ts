import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "deceptive-characters",
  summary: "Characters that nobody sees make a text look other than the cluster reads it",
  why: `Some characters turn the direction in which what follows is shown, and some are not shown at all. A reviewer sees one command, image or
    comment and the cluster reads another one, so that a change passes which nobody would have let pass. An image with such a character in it
    is another image, or none.`,
  severity: "warning",
  presets: ["recommended"],
  since: "0.1.0",
  references: ["https://trojansource.codes/trojan-source.pdf"],
  examples: [
    {
      bad: yaml`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: registry.example.com/web:1.4.0\u200b
              #                                    ^ a zero-width space (U+200B) is part of this text, where nobody sees it
      `.replace("\\u200b", "\u200b"),
      good: yaml`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: registry.example.com/web:1.4.0
      `,
    },
  ],

  target: "none",
});
