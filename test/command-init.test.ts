import { readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { survey } from "../src/init-survey.ts";
import { deployment, Repository } from "./support/repository.ts";

let repository: Repository;

beforeEach(() => {
  repository = new Repository();
});
afterEach(() => repository.remove());

const config = () => readFileSync(join(repository.path, ".kprobe-lint.yaml"), "utf8");

function fill(): void {
  repository.write("charts/web app/Chart.yaml", "name: web\n");
  repository.write("charts/web app/charts/sub/Chart.yaml", "name: sub\n");
  repository.write("charts/web app/templates/web.yaml", "{{ if }}\n");
  repository.write("base/kustomization.yaml", "resources: [web.yaml]\n");
  repository.write("base/web.yaml", deployment("web"));
  repository.write("overlays/dev/kustomization.yaml", "resources: [../../base]\n");
  repository.write("overlays/prod/kustomization.yaml", "resources: [../../base]\n");
  repository.write("examples/web.yaml", deployment("web", "htpp"));
  repository.write(".github/workflows/ci.yml", "on: push\n");
  repository.write(".pre-commit-config.yaml", "repos: []\n");
}

describe("init", () => {
  it("writes what fits, and prints the lines for hooks and CI", async () => {
    fill();
    const { status, stdout, stderr } = await repository.run(["init"]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout.split("\n")[0]).toBe(
      "Wrote .kprobe-lint.yaml. Found: 1 Helm chart, 3 kustomizations, pre-commit, GitHub Actions.",
    );
    expect(stdout).toContain("- id: kprobe-lint\n");
    expect(stdout).toContain("In .github/workflows/kprobe-lint.yaml:");
    expect(stdout).toContain("helm template './charts/web app' | kprobe-lint -");
    expect(stdout).not.toMatch(/gitlab|azure|Jenkins|husky|lefthook|lint-staged/);
    expect(config()).toContain('#  - "examples/**"');
    expect(config()).toContain('#      - "overlays/dev/**"');
    expect(config()).not.toContain("overlays/prod");
  });

  it.each(["as it is", "with every setting switched on"])("its configuration is right, %s", async how => {
    fill();
    await repository.run(["init"]);
    if (how !== "as it is") repository.write(".kprobe-lint.yaml", config().replace(/^#(?=\S| {2})/gm, ""));
    const { status, stdout, stderr } = await repository.run(["--print-config"]);
    expect(status).toBe(0);
    expect(stderr).toBe(`kprobe-lint: ${join(repository.path, ".kprobe-lint.yaml\n")}`);
    expect(stdout).toContain("recommended");
    const lint = await repository.run([".", "--format=concise"]);
    expect(lint.stderr).toBe("");
    // Only the sample is broken.
    expect(lint.status).toBe(how === "as it is" ? 1 : 0);
  });

  it("changes nothing about a run: the defaults need no configuration", async () => {
    fill();
    const before = await repository.run([".", "--format=json", "--fail-on=never"]);
    await repository.run(["init"]);
    expect(await repository.run([".", "--format=json", "--fail-on=never"])).toEqual(before);
  });

  it.each([
    [".kprobe-lint.yaml", "failOn: info\n"],
    [".kprobe-lint.yml", "failOn: info\n"],
    [".kprobe-lint.json", "{}\n"],
    ["package.json", '{ "kprobe-lint": {} }\n'],
  ])("never touches a configuration in %s", async (name, text) => {
    repository.write(name, text);
    const { status, stdout, stderr } = await repository.run(["init"]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toBe(`kprobe-lint: ${name} is a configuration already, and stays as it is; nothing was written\n`);
    expect(readFileSync(join(repository.path, name), "utf8")).toBe(text);
  });

  it("does not write through a link that leads nowhere", async () => {
    symlinkSync("elsewhere", join(repository.path, ".kprobe-lint.yaml"));
    expect((await repository.run(["init"])).status).toBe(2);
  });

  it("works in a repository, in a directory of it, and tells of the configuration above", async () => {
    repository.git("init", "--quiet");
    repository.write(".gitignore", "ignored/\n");
    repository.write("ignored/Chart.yaml", "name: ignored\n");
    repository.write("team/Chart.yaml", "name: team\n");
    expect((await repository.run(["init"])).stdout).toContain("Found: 1 Helm chart.");
    const { status, stdout, stderr } = await repository.run(["init", "team"]);
    expect(status).toBe(0);
    expect(stdout).toContain("helm template . | kprobe-lint -");
    expect(stderr).toContain("takes the place of");
  });

  it("prints the lines of every hook and pipeline that is there", async () => {
    repository.write("package.json", '{ "lint-staged": {} }\n');
    repository.write("lefthook.yml", "pre-commit: {}\n");
    repository.write(".husky/pre-commit", "true\n");
    repository.write(".gitlab-ci.yml", "a: {}\n");
    repository.write("azure-pipelines.yml", "steps: []\n");
    repository.write("Jenkinsfile", "node {}\n");
    const { stdout } = await repository.run(["init"]);
    expect(stdout.split("\n")[0]).toBe(
      "Wrote .kprobe-lint.yaml. Found: lefthook, husky, lint-staged, GitLab CI, Azure Pipelines, Jenkins.",
    );
    for (const place of ["lefthook.yml", ".husky/pre-commit", "lint-staged", ".gitlab-ci.yml", "azure-pipelines.yml"])
      expect(stdout).toContain(`${place}:\n`);
    expect(stdout).toContain("recordIssues");
    expect(stdout).not.toContain(".pre-commit-config.yaml");
  });

  it.each([
    [["init", "nowhere"], "nowhere: no such directory"],
    [["init", "a", "b"], "init takes one directory, or none for the current one"],
  ])("%j", async (args, sentence) => {
    expect(await repository.run(args)).toEqual({ status: 2, stdout: "", stderr: `kprobe-lint: ${sentence}\n` });
  });
});

describe("survey", () => {
  it("of nothing finds nothing", () => {
    expect(survey([])).toEqual({ charts: [], kustomizations: [], trials: [], samples: [], ci: [], hooks: [] });
  });

  it("names the topmost directories, and a chart's own charts not at all", () => {
    const found = survey([
      "Chart.yaml",
      "charts/sub/Chart.yaml",
      "test/dev/a.yaml",
      "apps/web/testdata/b.yml",
      "apps/web/testdata/examples/c.yml",
      ".github/examples/d.yaml",
      "examples/readme.md",
    ]);
    expect(found).toMatchObject({ charts: ["."], trials: ["test"], samples: ["apps/web/testdata"] });
  });
});
