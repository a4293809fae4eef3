import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { main } from "../../src/main.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "policies-"));
  mkdirSync(join(folder, ".git"));
  for (const name of ["app", "policies", "empty"]) mkdirSync(join(folder, name));
  writeFileSync(join(folder, "app/map.yaml"), "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings}\n");
  writeFileSync(
    join(folder, "policies/all.yaml"),
    `apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicy
metadata: {name: names}
spec:
  matchConstraints:
    resourceRules: [{apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [configmaps]}]
  validations: [{expression: object.metadata.name.startsWith('app-'), message: begin with the application}]
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicyBinding
metadata: {name: names}
spec: {policyName: names, validationActions: [Deny]}
`,
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  const texts = { out: "", err: "" };
  const stream = (name: "out" | "err") => ({
    write: (text: string) => {
      texts[name] += text;
      return true;
    },
    isTTY: false,
    columns: 100,
  });
  const code = await main({
    argv: ["lint", "app", "--no-config", "--format", "json", ...argv],
    cwd: folder,
    env: {},
    stdout: stream("out"),
    stderr: stream("err"),
    stdin: () => "",
    now: () => 0,
  });
  return { code, ...texts };
}

it("--policies reads the policies of a directory and holds the manifests to them", async () => {
  const { code, out } = await run("--policies", "policies");
  const found = JSON.parse(out).diagnostics.filter(({ ruleId }: { ruleId: string }) => ruleId.startsWith("policy"));
  expect(found).toMatchObject([
    { ruleId: "policy/names", severity: "error", file: "app/map.yaml", path: ["metadata", "name"] },
  ]);
  expect(code).toBe(1);
});

it.each([
  ["nowhere", "nowhere: no such file or directory"],
  ["empty", "no manifest found in empty"],
])("--policies %s is a mistake of the command line", async (path, message) => {
  const { code, err } = await run("--policies", path);
  expect(err).toContain(`--policies: ${message}`);
  expect(code).toBe(2);
});
