import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runAction } from "../src/command-action.ts";
import { Field } from "../src/field.ts";
import { readSource } from "../src/yaml/documents.ts";
import { deployment, Repository } from "./support/repository.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const bundle = join(root, "dist/action.js");

let repository: Repository;

beforeEach(() => {
  repository = new Repository();
  repository.git("init", "--quiet");
});
afterEach(() => repository.remove());

/** What the runner sets for a step, with these inputs. */
function variables(inputs: Readonly<Record<string, string>>): Record<string, string> {
  const file = (name: string) => {
    if (!existsSync(join(repository.path, "..", name))) repository.write(`.git/${name}`, "");
    return join(repository.path, ".git", name);
  };
  return {
    GITHUB_ACTIONS: "true",
    GITHUB_WORKSPACE: repository.path,
    GITHUB_OUTPUT: file("output"),
    GITHUB_STEP_SUMMARY: file("summary"),
    ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
  };
}

async function act(inputs: Readonly<Record<string, string>>, event?: object) {
  const env = variables(inputs);
  if (event !== undefined) {
    repository.write(".git/event.json", JSON.stringify(event));
    env.GITHUB_EVENT_PATH = join(repository.path, ".git/event.json");
  }
  let log = "";
  const stream = {
    write: (text: string) => {
      log += text;
    },
    isTTY: false,
    columns: 80,
  };
  const status = await runAction({ cwd: "/", env, stdout: stream, stderr: stream, now: () => 0 });
  return { status, log, annotations: log.split("\n").filter(line => line.startsWith("::")), outputs: outputs() };
}

/** Outputs as the runner reads them: name<<delimiter, lines, delimiter. */
function outputs(): Record<string, string> {
  const lines = readFileSync(join(repository.path, ".git/output"), "utf8").split("\n");
  const found: Record<string, string> = {};
  for (let at = 0; at < lines.length; at++) {
    const [, name, delimiter] = /^([^<]+)<<(.+)$/.exec(lines[at] ?? "") ?? [];
    if (name === undefined || delimiter === undefined) continue;
    const value: string[] = [];
    while (lines[++at] !== delimiter) value.push(lines[at] ?? "");
    found[name] = value.join("\n");
  }
  return found;
}

const summary = () => readFileSync(join(repository.path, ".git/summary"), "utf8");

/** Twelve broken Deployments: two more than the runner shows. */
function breakTwelve(): void {
  for (let at = 10; at < 22; at++) repository.write(`app-${at}/web.yaml`, deployment("web", "htpp"));
}

describe("the action", () => {
  it("annotates, writes the summary and the outputs, and fails", async () => {
    repository.write("apps/web.yaml", deployment("web", "htpp"));
    const { status, annotations, outputs } = await act({ paths: "apps\n" });
    expect(status).toBe(1);
    expect(annotations[0]).toMatch(
      /^::error file=apps\/web\.yaml,line=13,endLine=13,col=\d+,endColumn=\d+,title=probe-named-port-unresolved::/,
    );
    expect(outputs.errors).toBe("1");
    expect(Number(outputs.warnings)).toBeGreaterThanOrEqual(0);
    expect(outputs["sarif-file"]).toBeUndefined();
    expect(summary()).toContain("probe-named-port-unresolved");
  });

  it("takes several paths, one a line, with blanks; and a directory called like a command", async () => {
    repository.write("my apps/web.yaml", deployment("web", "htpp"));
    repository.write("rules/web.yaml", deployment("web", "htpp"));
    repository.write("other/web.yaml", deployment("web", "htpp"));
    const { outputs } = await act({ paths: "my apps\r\n\n  rules\n" });
    expect(outputs.errors).toBe("2");
  });

  it("obeys fail-on, kubernetes-version, config, summary and sarif-file", async () => {
    repository.write("web.yaml", deployment("web", "htpp"));
    repository.write("ci/lint.yaml", "rules: { probe-named-port-unresolved: warning }\n");
    const inputs = {
      "fail-on": "error",
      "kubernetes-version": "1.30",
      config: "ci/lint.yaml",
      summary: "false",
      "sarif-file": "out.sarif",
    };
    const { status, outputs } = await act({ ...inputs, paths: "web.yaml" });
    expect(status).toBe(0);
    expect(outputs).toMatchObject({ errors: "0", "sarif-file": "out.sarif" });
    expect(Number(outputs.warnings)).toBeGreaterThan(0);
    expect(summary()).toBe("");
    const sarif = JSON.parse(readFileSync(join(repository.path, "out.sarif"), "utf8"));
    expect(sarif.runs[0].results.map(({ ruleId }: { ruleId: string }) => ruleId)).toContain(
      "probe-named-port-unresolved",
    );
  });

  it("keeps to ten annotations of a type, errors first, changed files first among them", async () => {
    breakTwelve();
    repository.commit();
    const base = repository.git("rev-parse", "HEAD").trim();
    repository.write("app-21/web.yaml", `${deployment("web", "htpp")}# changed\n`);
    repository.commit();
    const { annotations, outputs } = await act({}, { pull_request: { base: { sha: base } } });
    expect(outputs.errors).toBe("12");
    const errors = annotations.filter(line => line.startsWith("::error"));
    expect(errors).toHaveLength(10);
    expect(annotations.slice(0, 10)).toEqual(errors);
    expect(errors[0]).toContain("file=app-21/web.yaml");
    expect(errors[9]).toBe("::error title=kprobe-lint::… and 3 more of this severity, see the job summary");
  });

  it("reports on changed files only where that is asked", async () => {
    breakTwelve();
    repository.commit();
    const base = repository.git("rev-parse", "HEAD").trim();
    repository.write("app-21/web.yaml", `${deployment("web", "htpp")}# changed\n`);
    repository.commit();
    const pull = await act({ "changed-only": "true" }, { pull_request: { base: { sha: base } } });
    expect(pull.outputs.errors).toBe("1");
    const push = await act({ "changed-only": "true" }, { before: base });
    expect(push.outputs.errors).toBe("1");
  });

  it("takes the first parent of a merge for a base that was not fetched", async () => {
    breakTwelve();
    repository.commit();
    repository.git("branch", "-M", "main");
    repository.git("checkout", "--quiet", "-b", "topic");
    repository.write("app-20/web.yaml", `${deployment("web", "htpp")}# changed\n`);
    repository.commit();
    repository.git("checkout", "--quiet", "main");
    repository.git("merge", "--quiet", "--no-ff", "--no-edit", "topic");
    const event = { pull_request: { base: { sha: "1".repeat(40) } } };
    expect((await act({ "changed-only": "true" }, event)).outputs.errors).toBe("1");
  });

  it("says how to get the history that changed-only needs", async () => {
    breakTwelve();
    repository.commit();
    const { status, annotations, outputs } = await act(
      { "changed-only": "true" },
      { pull_request: { base: { sha: "1".repeat(40) } } },
    );
    expect(status).toBe(2);
    expect(outputs).toEqual({});
    expect(annotations).toEqual([
      "::error title=kprobe-lint::changed-only needs the commit the change is based on; give actions/checkout fetch-depth: 0",
    ]);
  });

  it("reports on everything where the event changes nothing", async () => {
    breakTwelve();
    const { annotations, outputs } = await act({ "changed-only": "true" }, { schedule: "0 0 * * *" });
    expect(outputs.errors).toBe("12");
    expect(annotations[0]).toMatch(/^::notice title=kprobe-lint::/);
  });

  it.each([
    [{ summary: "yes" }, 'summary is true or false, not "yes"'],
    [{ "fail-on": "fatal" }, '--fail-on is error, warning, info or never, not "fatal"'],
    [{ paths: "nowhere" }, "nowhere: no such file or directory"],
    [
      { paths: "$(touch pwned)\n--fix" },
      "$(touch pwned): no such file or directory%0A--fix: no such file or directory",
    ],
    [{ "sarif-file": "a,json=b" }, "sarif-file is one path, without commas and line breaks"],
  ])("annotates what is wrong with the inputs %j", async (inputs: Record<string, string>, sentence) => {
    repository.write("web.yaml", deployment("web", "htpp"));
    const { status, annotations } = await act(inputs);
    expect(status).toBe(2);
    expect(annotations).toEqual([`::error title=kprobe-lint::${sentence}`]);
    expect(existsSync(join(repository.path, "pwned"))).toBe(false);
  });

  it("lets no text of a manifest or a configuration command the runner", async () => {
    repository.write("web.yaml", deployment("web", '"x ##[add-mask]y"'));
    repository.write(".kprobe-lint.yaml", 'rules: { "##[error]x": off, "\\n::set-output name=a::b": off }\n');
    const { log } = await act({});
    expect(log).not.toMatch(/##\[/);
    expect(log.split("\n").filter(line => /^\s*::(?!error |warning |notice )/.test(line))).toEqual([]);
  });
});

describe("action.yml", () => {
  it("has the inputs and outputs of the program, and names the bundle", async () => {
    const [document] = await readSource(readFileSync(join(root, "action.yml"), "utf8"));
    const action = new Field(document?.root).toValue() as Record<string, Record<string, unknown>>;
    expect(Object.keys(action.inputs ?? {})).toEqual([
      "paths",
      "config",
      "fail-on",
      "changed-only",
      "sarif-file",
      "summary",
      "kubernetes-version",
    ]);
    expect(Object.keys(action.outputs ?? {})).toEqual(["errors", "warnings", "sarif-file"]);
    expect(action.runs).toEqual({ using: "node24", main: "dist/action.js" });
  });

  it("runs as a process of its own, given only what the runner gives", () => {
    repository.write("web.yaml", deployment("web", "htpp"));
    const env = { PATH: process.env.PATH ?? "", ...variables({ paths: "web.yaml" }) };
    const { status, stdout, stderr } = spawnSync(process.execPath, [bundle], { cwd: "/", env, encoding: "utf8" });
    expect({ status, stderr }).toEqual({ status: 1, stderr: "" });
    expect(stdout).toContain("::error file=web.yaml,line=13,");
    expect(outputs().errors).toBe("1");
    expect(summary()).toContain("probe-named-port-unresolved");
  });
});
