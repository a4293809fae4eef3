import { unlinkSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { deployment, ingress, Repository, service } from "./support/repository.ts";

let repository: Repository;

beforeEach(() => {
  repository = new Repository();
  repository.git("init", "--quiet");
});
afterEach(() => repository.remove());

const RULES = "probe-named-port-unresolved,ingress-backend-missing,service-selects-nothing";

/** `file rule`, a line for each finding of a few rules. */
async function found(...args: string[]): Promise<string[]> {
  const { stdout, stderr, status } = await repository.run([
    ...args,
    `--select=${RULES}`,
    "--format=json",
    "--fail-on=never",
  ]);
  expect(stderr).toBe("");
  expect(status).toBe(0);
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { file: string; ruleId: string }[] };
  return diagnostics.map(({ file, ruleId }) => `${file} ${ruleId}`);
}

describe("--staged", () => {
  it("reports nothing, and no error, where nothing is staged", async () => {
    repository.write("web.yaml", deployment("web", "htpp"));
    repository.commit();
    expect(await found("--staged")).toEqual([]);
    repository.write("web.yaml", `${deployment("web", "htpp")}# changed\n`);
    expect(await found("--staged")).toEqual([]);
  });

  it("works before the first commit", async () => {
    repository.write("web.yaml", deployment("web", "htpp"));
    repository.write("other.yaml", deployment("other", "htpp"));
    repository.git("add", "web.yaml");
    expect(await found("--staged")).toEqual(["web.yaml probe-named-port-unresolved"]);
  });

  it("judges what is in the index, not what lies in the working tree", async () => {
    repository.write("web.yaml", deployment("web"));
    repository.commit();
    repository.write("web.yaml", deployment("web", "htpp"));
    repository.git("add", ".");
    repository.write("web.yaml", deployment("web"));
    expect(await found("--staged")).toContain("web.yaml probe-named-port-unresolved");
  });

  it("takes a file that is staged and gone from the working tree", async () => {
    repository.write("web.yaml", deployment("web", "htpp"));
    repository.git("add", ".");
    repository.git("rm", "--quiet", "--cached", "web.yaml");
    repository.git("add", ".");
    unlinkSync(`${repository.path}/web.yaml`);
    expect(await found("--staged")).toEqual(["web.yaml probe-named-port-unresolved"]);
  });

  it("does not let untracked files stand in for what the commit lacks", async () => {
    repository.write("web.yaml", deployment("web"));
    repository.write("service.yaml", service("web"));
    repository.write("ingress.yaml", ingress("web"));
    repository.write("other.yaml", `${deployment("other")}---\n${service("other")}`);
    repository.commit();
    repository.git("rm", "--quiet", "--cached", "service.yaml");
    expect(await found("--staged")).toEqual(["ingress.yaml ingress-backend-missing"]);
    const text = async (format: string) =>
      (await repository.run(["--staged", "--rule=ingress-backend-missing=error", `--format=${format}`])).stdout;
    expect(await text("pretty")).toMatch(/x 1 error, 0 warnings in 1 file \(0 resources, 0 ms\)\.\n$/);
    expect(await text("markdown")).toContain("**1 error**, 0 warnings, 0 infos in 1 file (0 resources).");
    expect(await text("agent")).toMatch(/\n1 error, 0 warnings, 0 infos in 1 file\n$/);
  });

  it("counts the files that a change concerns apart from the changed ones", async () => {
    repository.write("ingress.yaml", ingress("web"));
    repository.write("service.yaml", service("web"));
    repository.write("web.yaml", deployment("web"));
    repository.commit();
    repository.git("rm", "--quiet", "service.yaml");
    repository.write("other.yaml", deployment("other", "htpp"));
    repository.git("add", ".");
    const { stdout } = await repository.run([
      "--staged",
      "--select=ingress-backend-missing,probe-named-port-unresolved",
    ]);
    expect(stdout).toContain("in 1 of 1 file and 1 more that they concern (1 resource, 0 ms)");
  });

  it("reports a staged Service that loses an untouched Deployment, in a file with a blank and an umlaut", async () => {
    repository.write("web.yaml", deployment("web"));
    repository.write("der dienst ü.yaml", service("web"));
    repository.commit();
    repository.write("der dienst ü.yaml", service("web", "wbe"));
    repository.git("add", ".");
    expect(await found("--staged")).toContain("der dienst ü.yaml service-selects-nothing");
  });

  it("reports an untouched Service that a staged Deployment has left", async () => {
    repository.write("web.yaml", deployment("web"));
    repository.write("service.yaml", service("web"));
    repository.commit();
    repository.write("web.yaml", deployment("web").replaceAll("app: web", "app: wob"));
    repository.git("add", ".");
    expect(await found("--staged")).toContain("service.yaml service-selects-nothing");
  });

  it("reports what a deletion broke, and nothing that was broken before", async () => {
    repository.write("ingress.yaml", ingress("web"));
    repository.write("other.yaml", `${deployment("other")}---\n${service("other")}`);
    repository.write("old.yaml", ingress("gone"));
    repository.write("service.yaml", service("web"));
    repository.write("web.yaml", deployment("web"));
    repository.write("broken.yaml", deployment("broken", "htpp"));
    repository.commit();
    repository.git("rm", "--quiet", "service.yaml");
    expect(await found("--staged")).toEqual(["ingress.yaml ingress-backend-missing"]);
  });

  it("reports what the deletion of one document of several broke", async () => {
    repository.write("ingress.yaml", ingress("web"));
    repository.write("other.yaml", `${deployment("other")}---\n${service("other")}`);
    repository.write("all.yaml", `${deployment("web")}---\n${service("web")}`);
    repository.commit();
    repository.write("all.yaml", deployment("web"));
    repository.git("add", ".");
    expect(await found("--staged")).toContain("ingress.yaml ingress-backend-missing");
  });

  it("reports what a kustomization broke in files that did not change", async () => {
    repository.write("web.yaml", deployment("web"));
    repository.write("service.yaml", service("web"));
    repository.write("kustomization.yaml", "resources: [web.yaml, service.yaml]\n");
    repository.commit();
    const patch = "[{ op: replace, path: /spec/selector/app, value: wbe }]";
    repository.write(
      "kustomization.yaml",
      `resources: [web.yaml, service.yaml]\npatches: [{ target: { kind: Service }, patch: "${patch}" }]\n`,
    );
    repository.git("add", ".");
    expect(await found("--staged")).toEqual(["service.yaml service-selects-nothing"]);
  });

  it("takes a renamed file by its new name, and finds nothing broken", async () => {
    repository.write("ingress.yaml", ingress("web"));
    repository.write("other.yaml", `${deployment("other")}---\n${service("other")}`);
    repository.write("service.yaml", service("web"));
    repository.write("web.yaml", deployment("web", "htpp"));
    repository.commit();
    repository.git("mv", "web.yaml", "new name.yaml");
    repository.git("mv", "service.yaml", "moved.yaml");
    expect(await found("--staged")).toEqual(["new name.yaml probe-named-port-unresolved"]);
  });

  it("refuses to change a file that is staged in part", async () => {
    repository.write("web.yaml", deployment("web"));
    repository.commit();
    repository.write("web.yaml", deployment("web", "htpp"));
    repository.git("add", ".");
    repository.write("web.yaml", `${deployment("web", "htpp")}# more\n`);
    const { status, stderr } = await repository.run(["--staged", "--fix"]);
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: 'kprobe-lint: "web.yaml" is staged in part only; stage or stash the rest of it before it is changed\n',
    });
  });
});

describe("--changed", () => {
  it("takes modified and untracked files since HEAD", async () => {
    repository.write("web.yaml", deployment("web"));
    repository.write("old.yaml", deployment("old", "htpp"));
    repository.commit();
    repository.write("web.yaml", deployment("web", "htpp"));
    repository.write("new.yaml", deployment("new", "htpp"));
    expect(await found("--changed")).toEqual([
      "new.yaml probe-named-port-unresolved",
      "web.yaml probe-named-port-unresolved",
    ]);
  });

  it("takes what this branch changed since it left the other one", async () => {
    repository.write("web.yaml", deployment("web"));
    repository.write("there.yaml", deployment("there", "htpp"));
    repository.commit();
    repository.git("branch", "-M", "main");
    repository.git("checkout", "--quiet", "-b", "topic");
    repository.write("here.yaml", deployment("here", "htpp"));
    repository.commit();
    repository.git("checkout", "--quiet", "main");
    repository.write("there.yaml", `${deployment("there", "htpp")}# changed there\n`);
    repository.commit();
    repository.git("checkout", "--quiet", "topic");
    expect(await found("--changed=main")).toEqual(["here.yaml probe-named-port-unresolved"]);
  });

  it.each([
    [["--changed=nowhere"], 'git knows no commit "nowhere"; in CI, fetch it first (fetch-depth: 0)'],
    [["--changed=--output=x"], 'git knows no commit "--output=x"; in CI, fetch it first (fetch-depth: 0)'],
    [["--changed", "--staged"], "--staged and --changed exclude each other"],
    [["--staged", "-"], "--staged is for files, not for standard input"],
    [["--staged", "--no-context"], "--staged needs the files around; drop --no-context"],
  ])("refuses %j", async (args, sentence) => {
    repository.write("web.yaml", deployment("web"));
    repository.commit();
    const { status, stderr } = await repository.run(args);
    expect({ status, stderr }).toEqual({ status: 2, stderr: `kprobe-lint: ${sentence}\n` });
  });

  it("needs a repository", async () => {
    const bare = new Repository();
    try {
      bare.write("web.yaml", deployment("web"));
      const { status, stderr } = await bare.run(["--changed"]);
      expect({ status, stderr }).toEqual({ status: 2, stderr: "kprobe-lint: --changed needs a git repository\n" });
    } finally {
      bare.remove();
    }
  });
});
