import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "removed-api",
  summary: "An apiVersion is not served by this version of Kubernetes any more",
  why: `The API server of the cluster does not know the version of this kind: applying the manifest fails (no matches for kind). Objects made before go on to
    live under the new version.`,
  severity: "error",
  presets: ["recommended"],
  since: "0.1.0",
  references: ["https://kubernetes.io/docs/reference/using-api/deprecation-guide/"],
  examples: [
    {
      bad: yaml`
        apiVersion: policy/v1beta1
        #           ^^^^^^^^^^^^^^ policy/v1beta1 PodDisruptionBudget is not served since Kubernetes 1.25; use policy/v1 PodDisruptionBudget
        kind: PodDisruptionBudget
        metadata: { name: web }
        spec:
          maxUnavailable: 1
          selector: { matchLabels: { app: web } }
      `,
      good: yaml`
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: { name: web }
        spec:
          maxUnavailable: 1
          selector: { matchLabels: { app: web } }
      `,
    },
  ],

  target: "none",
});
