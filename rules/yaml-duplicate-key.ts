import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "yaml-duplicate-key",
  summary: "A map has the same key twice, and the first value is lost",
  why: `kubectl turns YAML into JSON before it sends it, and keeps the last of two equal keys without a word: the server never sees the first. A second
    livenessProbe replaces the first one whole; nothing is merged.`,
  severity: "error",
  presets: ["recommended"],
  since: "0.1.0",
  references: ["https://yaml.org/spec/1.2.2/#3213-node-comparison", "sigs.k8s.io/yaml: YAMLToJSON"],
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
              livenessProbe:
                httpGet: { path: /live, port: 8080 }
              livenessProbe:
             #^^^^^^^^^^^^^ key "livenessProbe" is defined twice in the same map; only the last one counts
                tcpSocket: { port: 8080 }
      `,
      good: yaml`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              livenessProbe:
                httpGet: { path: /live, port: 8080 }
      `,
    },
  ],

  target: "none",
});
