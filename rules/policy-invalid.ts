import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "policy-invalid",
  summary: "A policy cannot be what its author meant",
  why: `An expression that does not compile is refused by the API server when the policy is created, and names in it that no object has are never
    there. A policy that nothing binds, or whose parameters are missing, holds nobody to anything. The place is inside the expression, also in a block of
    several lines; the other policies go on.`,
  severity: "error",
  severities: {
    error: "when the API server refuses the policy, or the policy cannot be asked",
    warning: "when it reads a field that no kind it is about has",
    info: "when nothing binds it",
  },
  presets: ["recommended"],
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/",
    "https://kubernetes.io/docs/reference/using-api/cel/",
    "pkg/apis/admissionregistration/validation: validateValidationExpression",
  ],
  examples: [
    {
      bad: yaml`
        apiVersion: admissionregistration.k8s.io/v1
        kind: ValidatingAdmissionPolicy
        metadata: { name: two-replicas }
        spec:
          matchConstraints:
            resourceRules:
              - apiGroups: [apps]
                apiVersions: [v1]
                operations: [CREATE, UPDATE]
                resources: [deployments]
          validations:
            - message: at least two replicas
              expression: obj.spec.replicas >= 2
              #           ^^^^^^^^^^^^^^^^^^^^^^ undeclared reference to 'obj'
      `,
      good: yaml`
        apiVersion: admissionregistration.k8s.io/v1
        kind: ValidatingAdmissionPolicy
        metadata: { name: two-replicas }
        spec:
          matchConstraints:
            resourceRules:
              - apiGroups: [apps]
                apiVersions: [v1]
                operations: [CREATE, UPDATE]
                resources: [deployments]
          validations:
            - message: at least two replicas
              expression: object.spec.replicas >= 2
      `,
    },
  ],

  target: "none",
});
