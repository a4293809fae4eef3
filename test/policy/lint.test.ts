// Policies in a whole run.

import { describe, expect, it } from "vitest";
import { type LintInput, lint } from "../../src/lint.ts";
import { DEFAULT_SETTINGS } from "../../src/settings.ts";

const POLICY = `apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicy
metadata: {name: two-replicas}
spec:
  matchConstraints:
    resourceRules:
      - {apiGroups: [apps], apiVersions: [v1], operations: [CREATE], resources: [deployments]}
    namespaceSelector: {matchLabels: {env: prod}}
  validations:
    - expression: object.spec.replicas >= 2
      messageExpression: "'replicas is ' + string(object.spec.replicas)"
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicyBinding
metadata: {name: two-replicas}
spec: {policyName: two-replicas, validationActions: [Warn]}
`;
const NAMESPACE = "apiVersion: v1\nkind: Namespace\nmetadata: {name: shop, labels: {env: prod}}\n";
const deployment = (more = "") => `apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: shop}
spec:
  replicas: 1${more}
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec: {containers: [{name: app, image: "app:1"}]}
`;

async function run(files: Record<string, string>, policies?: string, more: Partial<LintInput["settings"]> = {}) {
  const sources = Object.entries(files).map(([path, text]) => ({ path, text }));
  const { report } = await lint({
    sources,
    ...(policies === undefined ? {} : { policies: [{ path: "policies/all.yaml", text: policies }] }),
    settings: { ...DEFAULT_SETTINGS, ...more },
    rules: [],
  });
  return report.diagnostics
    .filter(({ ruleId }) => ruleId.startsWith("policy"))
    .map(
      ({ ruleId, severity, message, file, range }) => `${file}:${range.start.line} ${severity} ${ruleId} ${message}`,
    );
}

describe("a run with policies", () => {
  it("tells of what they find, where it stands", async () => {
    expect(await run({ "web.yaml": deployment(), "ns.yaml": NAMESPACE }, POLICY)).toEqual([
      "web.yaml:5 warning policy/two-replicas replicas is 1",
    ]);
  });

  it("asks none about a namespace without the label", async () => {
    expect(await run({ "web.yaml": deployment() }, POLICY)).toEqual([]);
  });

  it("says nothing without policies", async () => {
    expect(await run({ "web.yaml": deployment(), "ns.yaml": NAMESPACE })).toEqual([]);
  });

  it("respects a comment that ignores", async () => {
    const ignored = deployment(" # kprobe-lint-ignore policy/two-replicas -- one is enough here");
    expect(await run({ "web.yaml": ignored, "ns.yaml": NAMESPACE }, POLICY)).toEqual([]);
  });

  it("takes the severity from the configuration, and leaves out what is ignored", async () => {
    const files = { "web.yaml": deployment(), "ns.yaml": NAMESPACE };
    expect(await run(files, POLICY, { ignore: ["policy/two-replicas"] })).toEqual([]);
    const given = { rules: { "policy/two-replicas": { severity: "info" as const } } };
    expect(await run(files, POLICY, given)).toEqual(["web.yaml:5 info policy/two-replicas replicas is 1"]);
  });

  it("tells of a broken policy at its place, once", async () => {
    const broken = POLICY.replace("object.spec.replicas >= 2", "object.spec.replicas >=");
    expect(await run({ "web.yaml": deployment(), "ns.yaml": NAMESPACE }, broken)).toEqual([
      "policies/all.yaml:10 error policy-invalid syntax error: unexpected token: EOF",
    ]);
  });
});
