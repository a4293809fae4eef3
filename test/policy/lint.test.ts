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

describe("a policy that cannot be asked", () => {
  const told = async (policies: string, settings: Partial<LintInput["settings"]> = { select: ["policy"] }) => {
    const { report } = await lint({
      ...{ sources: [{ path: "web.yaml", text: deployment() }], policies: [{ path: "all.yaml", text: policies }] },
      ...{ settings: { ...DEFAULT_SETTINGS, ...settings }, rules: [] },
    });
    return report.diagnostics.map(
      ({ ruleId, severity, message, range }) => `${range.start.line} ${severity} ${ruleId} ${message}`,
    );
  };
  const changed = (from: string, to: string) => POLICY.replace(from, to);

  it.each([
    [
      "an invalid name",
      changed("{name: two-replicas}", "{name: Two_Replicas}"),
      '3 error invalid-name "Two_Replicas" is',
    ],
    ["no name", changed("{name: two-replicas}", "{}"), "3 error missing-field required value: name or generateName"],
    ["no metadata", changed("metadata: {name: two-replicas}\n", ""), "2 error missing-field required value: name or"],
    [
      "a number for a name",
      changed("{name: two-replicas}", "{name: 5}"),
      '3 error invalid-type "name" is a number (5)',
    ],
    [
      "a name to be made",
      changed("{name: two-", "{generateName: two-"),
      "3 info policy-invalid this policy has no name",
    ],
    ["no apiVersion", POLICY.replace(/^.*\n/, ""), "1 error missing-field apiVersion is missing"],
    ["a kind misspelt", changed("AdmissionPolicy\n", "AdmisionPolicy\n"), '2 error invalid-value no kind "Validating'],
    ["a group misspelt", changed(".k8s.io/", "/"), '1 warning api-invalid "admissionregistration/v1" is no group'],
    ["no end of a list", changed("two-replicas}", "[two}"), "3 error yaml-syntax "],
  ])("with %s is told, whatever is selected of policies", async (_, policies, first) => {
    const found = await told(policies);
    expect(found[0]?.slice(0, first.length)).toBe(first);
    expect(await told(policies, {})).toEqual(found);
    expect(await told(policies, { select: ["policy/other"] })).toEqual(found);
    const id = first.split(" ")[2] ?? "";
    expect((await told(policies, { select: ["policy"], ignore: [id] })).filter(line => line.includes(id))).toEqual([]);
    expect(
      (await told(policies, { select: ["policy"], rules: { [id]: { severity: "off" } } })).filter(line =>
        line.includes(id),
      ),
    ).toEqual([]);
  });

  it("is told once where it is linted, too", async () => {
    const unnamed = changed("{name: two-replicas}", "{}");
    for (const select of [[], ["policy"]]) {
      const { report } = await lint({
        ...{ sources: [{ path: "all.yaml", text: unnamed }], policies: [{ path: "all.yaml", text: unnamed }] },
        ...{ settings: { ...DEFAULT_SETTINGS, select }, rules: [] },
      });
      expect(report.diagnostics.map(({ ruleId }) => ruleId)).toEqual(["missing-field"]);
    }
  });

  it("is no policy of another program, and no parameter", async () => {
    const others = `apiVersion: policies.kyverno.io/v1
kind: ValidatingPolicy
metadata: {name: theirs}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: Parameters_}
`;
    expect(await told(`${others}---\n${POLICY}`)).toEqual([]);
  });
});
