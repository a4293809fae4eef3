import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "pdb-unhealthy-policy",
  summary: "A PodDisruptionBudget keeps broken pods from being evicted",
  why: `By default (IfHealthyBudget) a pod that runs and is not ready may be evicted only while the budget is met. When pods crash or hang, the budget is not
    met, so the drain of their node waits until somebody repairs them. AlwaysAllow lets pods go that serve nobody anyway.`,
  severity: "info",
  presets: ["strict"],
  fix: "unsafe",
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/tasks/run-application/configure-pdb/#unhealthy-pod-eviction-policy",
    "pkg/registry/core/pod/storage: EvictionREST.Create",
  ],
  examples: [
    {
      bad: yaml`
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: { name: web }
        spec:
        #^^^ PodDisruptionBudget "web" has no unhealthyPodEvictionPolicy: pods that crash or hang hold up the drain of their node
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
          unhealthyPodEvictionPolicy: AlwaysAllow
      `,
    },
  ],

  target: "resource",
  *check(resource, { minor }) {
    // Beta and on by default since 1.27; policy/v1beta1 does not know the field.
    if (resource.groupKind !== "policy/PodDisruptionBudget" || resource.version !== "v1" || minor < 27) return;
    const field = resource.spec.get("unhealthyPodEvictionPolicy");
    if (field.exists || !resource.spec.isMap) return;
    yield {
      at: resource.spec,
      message: `PodDisruptionBudget "${resource.name ?? "?"}" has no unhealthyPodEvictionPolicy: pods that crash or hang hold up the drain of their node`,
      help: "unhealthyPodEvictionPolicy: AlwaysAllow lets pods go that are not ready",
      fixes: [
        {
          title: "add unhealthyPodEvictionPolicy: AlwaysAllow",
          safety: "unsafe",
          changes: [{ add: resource.spec, key: "unhealthyPodEvictionPolicy", yaml: "AlwaysAllow" }],
        },
      ],
    };
  },
});
