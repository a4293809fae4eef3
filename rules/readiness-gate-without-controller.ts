import { defineRule, yaml } from "../src/rule.ts";

/** Condition types that controllers are known to set. */
export const KNOWN =
  /^(target-health\.(elbv2\.k8s\.aws|alb\.ingress\.k8s\.aws)\/|cloud\.google\.com\/|podreadiness\.|InPlaceUpdateReady$|KruisePodReady$|apps\.kruise\.io\/|keda\.sh\/|networking\.gke\.io\/|gateway\.azure|.*\.azure\.com\/)/;

export default defineRule({
  id: "readiness-gate-without-controller",
  summary: "A pod waits for a condition that no known controller sets",
  why: `A readiness gate keeps the pod out of all endpoints until somebody writes the condition with status True into the pod's status. The kubelet
    does not do that: without the controller that does, the pod never becomes Ready.`,
  severity: "info",
  presets: ["strict"],
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-readiness-gate",
    "pkg/kubelet/status: GeneratePodReadyCondition",
  ],
  options: {
    conditionTypes: {
      type: "array",
      items: { type: "string" },
      description: "Further condition types that a controller of the cluster sets",
      default: [],
    },
  },
  examples: [
    {
      bad: yaml`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          readinessGates:
            - conditionType: example.com/registered
            #                ^^^^^^^^^^^^^^^^^^^^^^ the pods of Pod "web" wait for condition "example.com/registered", which no well-known controller sets
          containers:
            - name: web
              image: example.com/web:1.4.0
      `,
      good: yaml`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          readinessGates:
            - conditionType: target-health.elbv2.k8s.aws/web
          containers:
            - name: web
              image: example.com/web:1.4.0
      `,
    },
  ],

  target: "workload",
  *check(workload, { options }) {
    const known = Array.isArray(options.conditionTypes) ? options.conditionTypes : [];
    for (const gate of workload.podSpec.get("readinessGates").items()) {
      const field = gate.get("conditionType");
      const type = field.string;
      if (type === undefined || KNOWN.test(type) || known.includes(type)) continue;
      yield {
        at: field,
        message: `the pods of ${workload.title} wait for condition "${type}", which no well-known controller sets`,
        help: "until something in the cluster sets it to True, they are never Ready",
      };
    }
  },
});
