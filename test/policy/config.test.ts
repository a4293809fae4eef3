// Policies in the configuration: they are named, chosen, ignored and explained as our own rules are.

import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ADMISSION, CONFIG, deployment, Project } from "./project.ts";

const files = (more: Readonly<Record<string, string>> = {}) => ({
  ".kprobe-lint.yaml": CONFIG,
  "policies/latest.yaml": ADMISSION,
  "web.yaml": deployment("web"),
  ...more,
});
const REPLICAS = "web.yaml:6:13: warning policy/two-replicas: a Deployment runs at least two replicas";
const LATEST = "web.yaml:13:18: error policy/no-latest: no image is tagged latest";
const short = (more: string) => `policies:\n  - id: one\n    message: not so\n    ${more.replaceAll("\n", "\n    ")}\n`;

describe("policies in the configuration", () => {
  it("hold every manifest to them, at the field that is wanting", async () => {
    expect(await new Project(files()).lint()).toEqual([REPLICAS, LATEST]);
  });

  it("are chosen and left out by name, by glob, and all together", async () => {
    const project = new Project(files());
    expect(await project.lint("--select", "policy")).toEqual([REPLICAS, LATEST]);
    expect(await project.lint("--select", "policy/two-*")).toEqual([REPLICAS]);
    expect(await project.lint("--ignore", "policy/no-latest")).toEqual([REPLICAS]);
    expect(await project.lint("--ignore", "policy")).toEqual([]);
    expect(await project.lint("--rule", "policy/*=info")).toEqual(
      [REPLICAS, LATEST].map(line => line.replace(/warning|error/, "info")),
    );
    const { code, err } = await project.run(".", "--select", "policy/two-replica");
    expect([code, err]).toEqual([
      2,
      'kprobe-lint: no rule is called "policy/two-replica"; did you mean "policy/two-replicas"?\n',
    ]);
  });

  it("have the severities that rules and overrides give, the single name before the pattern", async () => {
    const project = new Project(files());
    project.write(".kprobe-lint.yaml", `${CONFIG}rules: { policy: info, policy/two-replicas: error }\n`);
    expect(await project.lint()).toEqual([REPLICAS.replace("warning", "error"), LATEST.replace("error", "info")]);
    project.write(".kprobe-lint.yaml", `${CONFIG}overrides:\n  - { names: [web], rules: { policy/no-*: off } }\n`);
    expect(await project.lint()).toEqual([REPLICAS]);
    project.write(".kprobe-lint.yaml", `${CONFIG}rules:\n  policy/two-replica: off\n`);
    expect((await project.run(".")).err).toBe(
      'kprobe-lint: .kprobe-lint.yaml:9:3: no policy is called "policy/two-replica"; did you mean "policy/two-replicas"?\n',
    );
  });

  it("are ignored by comments and annotations, and an ignore without use is told", async () => {
    const comment = deployment("web", " # kprobe-lint-ignore policy/two-replicas -- one writer");
    const project = new Project(files({ "web.yaml": comment }));
    expect(await project.lint()).toEqual([LATEST]);
    const annotation = "name: web\n  annotations: { kprobe-lint.dev/ignore.policy.no-latest: built here }";
    project.write("web.yaml", deployment("web").replace("name: web", annotation));
    expect(await project.lint()).toEqual([REPLICAS.replace(":6:", ":7:")]);
    project.write("web.yaml", comment.replace("replicas: 1", "replicas: 2"));
    const { out } = await project.run(".", "--format", "concise", "--select", "policy/two-replicas,ignore-unused");
    expect(out).toContain('ignore-unused: "policy/two-replicas" finds nothing here');
  });

  it("are known to the baseline", async () => {
    const project = new Project(files());
    await project.run(".", "--select", "policy", "--write-baseline", "--baseline", "known.json");
    expect(await project.lint("--select", "policy", "--baseline", "known.json")).toEqual([]);
    project.write("api.yaml", deployment("api"));
    expect(await project.lint("--select", "policy", "--baseline", "known.json")).toHaveLength(2);
  });

  it("are explained and listed, with the place where they are written", async () => {
    const project = new Project(files());
    const explained = (await project.run("explain", "policy/two-replicas")).out;
    for (const text of ["a policy of your own · .kprobe-lint.yaml:3", "workload.replicas >= 2", "set spec.replicas"])
      expect(explained).toContain(text);
    expect((await project.run("explain", "policy/no-latest")).out).toContain("policies/latest.yaml:4");
    const listed = JSON.parse((await project.run("rules", "--format", "json")).out) as {
      id: string;
      policy?: object;
    }[];
    expect(listed.filter(({ policy }) => policy !== undefined).map(({ id }) => id)).toEqual([
      "policy/two-replicas",
      "policy/no-latest",
    ]);
    expect((await project.run("explain", "policy/two-replica")).err).toContain('did you mean "policy/two-replicas"?');
  });

  it("stand in the formats, and in the configuration that is printed", async () => {
    const project = new Project(files());
    const sarif = JSON.parse((await project.run(".", "--select", "policy", "--format", "sarif")).out);
    expect(sarif.runs[0].tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual([
      "yaml-syntax",
      "policy/two-replicas",
      "policy/no-latest",
    ]);
    const config = JSON.parse((await project.run("--print-config")).out);
    expect(config.policies[0]).toBe("policies");
    project.write(".kprobe-lint.yaml", JSON.stringify(config));
    expect(await project.lint("--select", "policy")).toEqual([REPLICAS, LATEST]);
  });

  it("add up with those of the configurations that are extended, of two with one id the last", async () => {
    const base = CONFIG.replace("policies/\n", "../policies/\n");
    const own = short("expression: object.metadata.name == 'api'").replace("id: one", "id: two-replicas");
    const project = new Project(
      files({ "base/base.yaml": base, ".kprobe-lint.yaml": `extends: base/base.yaml\n${own}` }),
    );
    expect((await project.lint()).filter(line => line.startsWith("web"))).toEqual([
      "web.yaml:4:9: warning policy/two-replicas: not so",
      LATEST,
    ]);
  });
});

describe("mistakes in policies", () => {
  const errorOf = async (config: string) => {
    const { code, err } = await new Project(files({ ".kprobe-lint.yaml": config })).run(".");
    expect(code).toBe(2);
    return err.trimEnd().replace("kprobe-lint: .kprobe-lint.yaml:", "");
  };

  it.each([
    [short("expresion: 'true'"), '4:5: unknown key "expresion"; did you mean "expression"?'],
    [
      short("expression: 'true'\nseverity: grave"),
      '5:15: "policies[0].severity" is error, warning or info, not "grave"',
    ],
    [short("expression: 'true'\nmatch: { kind: [Pod] }"), '5:14: unknown key "kind"; did you mean "kinds"?'],
    [
      short("expression: 'true'").replace("one", "One!"),
      '2:9: "policies[0].id" is lower case letters, digits and hyphens',
    ],
    ["policies:\n  - 3\n", '2:5: "policies[0]" is a path or a policy, not 3'],
    ["policies: [nowhere/]\n", '1:12: "nowhere/" does not exist'],
    ["policies: [../other]\n", '1:12: "../other" lies outside of the project'],
    [
      short("expression: 'true'") + short("expression: 'true'").replace("policies:\n", ""),
      '5:9: two policies are called "one"',
    ],
  ])("of shape are told with their place: %s", async (config, message) => {
    expect(await errorOf(config)).toContain(message);
  });

  it("of shape hide no other: each has its line", async () => {
    expect((await errorOf("policies:\n  - { id: a, expression: 1, message: m }\n")).split("\n")).toHaveLength(1);
  });

  it("a link that leads out of the project is not followed", async () => {
    const project = new Project(files());
    const other = new Project({ "policy.yaml": ADMISSION });
    symlinkSync(join(other.folder, "policy.yaml"), join(project.folder, "link.yaml"));
    project.write(".kprobe-lint.yaml", "policies: [link.yaml]\n");
    expect((await project.run(".")).err).toContain('"link.yaml" lies outside of the project');
  });

  const PLACES: readonly (readonly [string, string])[] = [
    ["expression: 1 < 2 && obj.x", "4:26: error policy-invalid: undeclared reference to 'obj'"],
    ['expression: "1 < 2 && obj.x"', "4:27: error policy-invalid: undeclared reference to 'obj'"],
    ["expression: |\n  1 < 2 &&\n    obj.x", "6:9: error policy-invalid: undeclared reference to 'obj'"],
    ["expression: >-\n  1 < 2 &&\n  obj.x", "6:7: error policy-invalid: undeclared reference to 'obj'"],
    ["expression: \"'\\u0061' == obj.x\"", "4:30: error policy-invalid: undeclared reference to 'obj'"],
    ["expression: 'obj == ''a'''", "4:18: error policy-invalid: undeclared reference to 'obj'"],
    ["expression: object.size() >", "4:32: error policy-invalid: syntax error"],
    ['expression: "1 + 1"', "4:18: error policy-invalid: must evaluate to bool but got int"],
    [
      "expression: containers.all(c, has(c.readynessProbe))",
      '4:41: error policy-invalid: no field "readynessProbe" in Container; did you mean "readinessProbe"?',
    ],
    [
      "match: { kinds: [Deployment] }\nexpression: object.spec.replica > 1",
      '5:29: error policy-invalid: no field "replica" in DeploymentSpec of Deployment; did you mean "replicas"?',
    ],
    [
      "match: { kinds: [Deploymnt] }\nexpression: 'true'",
      '4:22: warning policy-invalid: no kind is called "Deploymnt"; did you mean "Deployment"?',
    ],
  ];
  it.each(PLACES)("of meaning are diagnostics at their place: %s", async (policy, message) => {
    const good = '  - { id: other, expression: "false", message: other }\n';
    const project = new Project(files({ ".kprobe-lint.yaml": short(policy) + good }));
    const found = await project.lint("--select", "policy,policy-invalid");
    expect(found.filter(line => line.startsWith(".kprobe-lint.yaml"))).toEqual([
      expect.stringContaining(`.kprobe-lint.yaml:${message}`),
    ]);
    // The other policies run.
    expect(found.filter(line => line.includes("web.yaml") && line.endsWith("policy/other: other"))).toHaveLength(1);
  });

  it("are told to who chooses policies alone, and not to who leaves them out", async () => {
    const project = new Project(files({ ".kprobe-lint.yaml": short("expression: x") }));
    const told = [expect.stringContaining("policy-invalid: undeclared reference to 'x'")];
    expect(await project.lint("--select", "policy")).toEqual(told);
    expect(await project.lint("--select", "policy/one")).toEqual(told);
    expect(await project.lint("--select", "policy", "--ignore", "policy-invalid")).toEqual([]);
    expect(await project.lint("--select", "single-replica")).toEqual([]);
  });

  it("are told where a file of policies does not parse", async () => {
    const project = new Project(files({ "policies/broken.yaml": "kind: ValidatingAdmissionPolicy\nspec: [\n" }));
    const { out } = await project.run("web.yaml", "--format", "concise");
    expect(out).toContain("policies/broken.yaml:");
    expect(out).toContain("error yaml-syntax:");
    const tested = await project.run("policy", "test");
    expect(tested.code).toBe(1);
    expect(tested.out).toMatch(/INVALID {3}policies\/broken.yaml:\d+:\d+: /);
  });

  it("are told from package.json, too", async () => {
    const text = JSON.stringify({ "kprobe-lint": { policies: [{ id: "a", message: "m", expression: "1 < x" }] } });
    const project = new Project({ "package.json": text, "web.yaml": deployment("web") });
    const column = text.indexOf('x"}') + 1;
    expect(await project.lint()).toEqual([
      `package.json:1:${column}: error policy-invalid: undeclared reference to 'x'`,
    ]);
  });
});
