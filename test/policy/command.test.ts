// `policy test` and `export vap` from the command line.

import { expect, it } from "vitest";
import { rules } from "../../rules/index.ts";
import { load } from "../../src/load.ts";
import { exportsOf } from "../../src/policy/export/index.ts";
import { ADMISSION, CONFIG, deployment, Project } from "./project.ts";

const EXAMPLES = `    examples:
      good: ["{apiVersion: apps/v1, kind: Deployment, metadata: {name: a}, spec: {replicas: 2}}"]
      bad: ["{apiVersion: apps/v1, kind: Deployment, metadata: {name: a}}"]
`;

it("policy test runs the examples of both forms", async () => {
  const project = new Project({ ".kprobe-lint.yaml": CONFIG + EXAMPLES, "policies/latest.yaml": ADMISSION });
  expect(await project.run("policy", "test")).toEqual({
    code: 0,
    err: "",
    out: `policy/two-replicas  .kprobe-lint.yaml:3
  ok        good[0]
  ok        bad[0]

policy/no-latest  policies/latest.yaml:4
  ok        good[0]
  ok        bad[0]

ok 2 policies: 4 passed
`,
  });
});

it("policy test tells of examples on the wrong side, of the unproved, and of what does not compile", async () => {
  const wrong = EXAMPLES.replace("replicas: 2", "replicas: 1").replace("{name: a}}", "{name: a}, spec: {replicas: 3}}");
  const more = `  - { id: bare, expression: "true", message: nothing }\n  - { id: broken, expression: "x", message: m }\n`;
  const project = new Project({ ".kprobe-lint.yaml": CONFIG.replace("  - policies/\n", "") + wrong + more });
  const { code, out } = await project.run("policy", "test");
  expect(code).toBe(1);
  expect(out).toContain("FAILED    good[0]  a Deployment runs at least two replicas");
  expect(out).toContain("FAILED    bad[0]  nothing was found");
  expect(out).toContain("unproved  no bad example: nothing shows that the policy finds anything");
  expect(out).toContain("INVALID   .kprobe-lint.yaml:11:32: undeclared reference to 'x'");
  expect(out.trimEnd().split("\n").at(-1)).toBe("x 3 policies: 2 failed, 1 invalid, 1 unproved");
});

it("policy test takes paths, and prints JSON", async () => {
  const unbound = ADMISSION.split("---")[0] ?? "";
  const project = new Project({
    "a/one.yaml": ADMISSION,
    "b/two.yaml": unbound,
    "c/.kprobe-lint.yaml": CONFIG.replace("  - policies/\n", ""),
  });
  const json = async (...paths: string[]) =>
    JSON.parse((await project.run("policy", "test", ...paths, "--format", "json")).out);
  expect(await json("a")).toEqual([
    {
      ...{ id: "policy/no-latest", file: "a/one.yaml", line: 4 },
      results: [
        { example: "good[0]", outcome: "passed" },
        { example: "bad[0]", outcome: "passed" },
      ],
    },
  ]);
  expect(await json("b")).toMatchObject([
    { results: [{ outcome: "invalid", detail: expect.stringContaining("never asked") }] },
  ]);
  expect(await json("c/.kprobe-lint.yaml")).toMatchObject([
    { id: "policy/two-replicas", results: [{ outcome: "unproved" }] },
  ]);
});

it("policy test tells of policies without a name, of misspelt ones and of bindings that are refused", async () => {
  const unnamed = ADMISSION.split("---")[0]?.replace("  name: no-latest\n", "") ?? "";
  const project = new Project({
    "a.yaml": ADMISSION,
    "b/unnamed.yaml": unnamed,
    "c/kind.yaml": unnamed.replace("AdmissionPolicy", "AdmisionPolicy"),
    "d/binding.yaml": ADMISSION.split("---")[1]?.replace("{ name: no-latest }", "{ name: No_Latest }") ?? "",
    "e/version.yaml": unnamed.replace(/^.*\n/, ""),
  });
  const { code, out } = await project.run("policy", "test", "a.yaml", "b", "c", "d", "e");
  expect(code).toBe(1);
  expect(out).toContain("INVALID   b/unnamed.yaml:3:1: required value: name or generateName is required");
  expect(out).toContain('INVALID   c/kind.yaml:2:7: no kind "ValidatingAdmisionPolicy"');
  expect(out).toContain('INVALID   d/binding.yaml:4:19: "No_Latest" is not a valid');
  expect(out).toContain("INVALID   e/version.yaml:1:7: apiVersion is missing");
  expect(out.trimEnd().split("\n").at(-1)).toBe("x 5 policies: 4 invalid, 2 passed");
});

it("a policy without a name is told when only policies are selected, and is exit 1", async () => {
  const project = new Project({
    "web.yaml": deployment("web"),
    "own/unnamed.yaml": ADMISSION.replace("  name: no-latest\n", ""),
  });
  const { code, out, err } = await project.run(
    ...["web.yaml", "--select", "policy", "--policies", "own", "--format", "concise"],
  );
  expect(err).toBe("");
  expect(out).toMatch(
    /^own\/unnamed.yaml:3:1: error missing-field: required value: name or generateName is required$/m,
  );
  expect(code).toBe(1);
});

it.each([
  [["policy", "test"], "there are no policies"],
  [["policy"], 'policy has one job, "policy test"'],
  [["policy", "test", "nowhere"], "--policies: nowhere: no such file or directory"],
  [["policy", "test", "other.yaml"], "there is no policy in other.yaml; a configuration of another name"],
  [["policy", "test", "--format", "xml"], 'policy test has no format "xml"; it has text and json'],
  [["export"], 'export has one format, "export vap"'],
  [["export", "vap", "--rules", "tcp-only-livenes"], 'did you mean "tcp-only-liveness"?'],
  [["export", "vap", "--rules", "single-replica"], "needs other objects"],
  [["export", "vap", "--action", "warm"], '--action is Warn, Deny or Audit, not "warm"'],
])("%j is a mistake of the command line", async (argv, message) => {
  const { code, out, err } = await new Project({ "other.yaml": CONFIG }).run(...argv);
  expect([code, out]).toEqual([2, ""]);
  expect(err).toContain(message);
});

const kindsIn = async (text: string) =>
  (await load({ path: "out.yaml", text })).documents.flatMap(({ resources }) => resources);

it("export vap writes a policy and a binding for each rule", async () => {
  const project = new Project({});
  const out = (await project.run("export", "vap", "--rules", "tcp-only-liveness,deployment-paused", "--action", "deny"))
    .out;
  const resources = await kindsIn(out);
  expect(resources.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
    "ValidatingAdmissionPolicy kprobe-lint-deployment-paused",
    "ValidatingAdmissionPolicyBinding kprobe-lint-deployment-paused",
    "ValidatingAdmissionPolicy kprobe-lint-tcp-only-liveness",
    "ValidatingAdmissionPolicyBinding kprobe-lint-tcp-only-liveness",
  ]);
  expect(resources[1]?.spec.get("validationActions", 0).scalar).toBe("Deny");
  expect(out).toContain("rules/README.md#deployment-paused");
});

it("export vap writes what the configuration has switched on, with its options", async () => {
  const project = new Project({
    ".kprobe-lint.yaml": "extends: all\nrules: { deployment-paused: off, grace-period-long: { seconds: 77 } }\n",
  });
  const { out } = await project.run("export", "vap");
  const names = (await kindsIn(out)).filter(({ kind }) => kind === "ValidatingAdmissionPolicy").map(({ name }) => name);
  const wanted = [...exportsOf(rules)].filter(([id, state]) => state === "yes" && id !== "deployment-paused");
  expect(names).toEqual(wanted.map(([id]) => `kprobe-lint-${id}`));
  expect(out).toContain("orValue(30) >= 77");
  // The server would take all of it.
  project.write("out.yaml", out);
  const report = JSON.parse((await project.run("out.yaml", "--format", "json", "--preset", "all")).out);
  expect(report.diagnostics).toEqual([]);
});

it("rules tells which are exported, and why the others are not", async () => {
  const project = new Project({});
  const json = JSON.parse((await project.run("rules", "--format", "json")).out) as { id: string; export: unknown }[];
  const stateOf = (id: string) => json.find(rule => rule.id === id)?.export;
  expect(stateOf("tcp-only-liveness")).toBe("yes");
  expect(stateOf("pdb-missing")).toEqual({ not: "needs other objects than the one that is created", word: "graph" });
  const table = (await project.run("rules")).out.split("\n");
  expect(table.find(line => line.startsWith("tcp-only-liveness"))).toContain(" export ");
  expect(table.find(line => line.startsWith("pdb-missing"))).toContain(" no: graph ");
});
