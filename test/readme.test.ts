// What README.md and the page of integrations show is what the program prints, reads and offers.

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { survey } from "../src/init-survey.ts";
import { nextSteps } from "../src/init-text.ts";
import { VERSION } from "../src/version.ts";
import { readSource } from "../src/yaml/documents.ts";
import { filled } from "./support/readme.ts";
import { deployment, Repository } from "./support/repository.ts";

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), "utf8");
const readme = read("README.md");
const integrations = read("test/integration/README.md");
const pages = [
  ["README.md", readme],
  ["test/integration/README.md", integrations],
] as const;

function blocks(page: string, language: string): string[] {
  return [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, "gm"))].map(match => match[1] ?? "");
}

describe("README.md", () => {
  it("shows what the program prints", async () => {
    expect(await filled(readme)).toBe(readme);
  });

  it("shows a configuration that is one", async () => {
    const config = blocks(readme, "yaml").find(text => text.startsWith("kubernetesVersion:"));
    const repository = new Repository();
    try {
      repository.write(".kprobe-lint.yaml", config ?? "no: configuration");
      repository.write("web.yaml", deployment("web"));
      const { status, stderr } = await repository.run(["--fail-on=never"]);
      expect(stderr).toBe("");
      expect(status).toBe(0);
    } finally {
      repository.remove();
    }
  });
});

describe("snippets", () => {
  it.each(pages)("%s: YAML and JSON can be read", async (_, page) => {
    const yaml = blocks(page, "yaml");
    expect(yaml.length).toBeGreaterThan(2);
    for (const text of yaml) for (const { problems } of await readSource(text)) expect(problems).toEqual([]);
    for (const text of blocks(page, "json")) expect(() => JSON.parse(text)).not.toThrow();
  });

  it.each(pages)("%s: they name this version", (_, page) => {
    const named = [...page.matchAll(/kprobe-lint@v?([\d.]+\d)|rev: v([\d.]+)/g)].map(match => match[1] ?? match[2]);
    expect(named.length).toBeGreaterThan(2);
    expect([...new Set(named)]).toEqual([VERSION]);
  });

  it("that scripts try are marked, and each once", () => {
    const marked = [...integrations.matchAll(/^<!-- try: (\S+) -->\n```/gm)].map(match => match[1] ?? "");
    expect(new Set(marked).size).toBe(marked.length);
    const scripts = ["pre-commit.sh", "hooks.sh", "workflows.sh"]
      .map(name => read(`test/integration/${name}`))
      .join("\n");
    const named = [...scripts.matchAll(/(?:snippet|set_up) (\.?[\w/-]+(?:\.[\w-]+)*)/g)].map(match => match[1] ?? "");
    expect(named.length).toBeGreaterThan(3);
    expect(named.filter(name => name.includes(".") && !marked.includes(name))).toEqual([]);
  });

  it("of init are those of the page", () => {
    const files = [".pre-commit-config.yaml", "lefthook.yml", ".husky/pre-commit", ".lintstagedrc.json"];
    const pipelines = [".github/workflows/a.yaml", ".gitlab-ci.yml", "azure-pipelines.yml", "Jenkinsfile"];
    const shown = new Set(integrations.split("\n").map(line => line.trim()));
    const lines = nextSteps(survey([...files, ...pipelines]))
      .split("\n")
      .map(line => line.trim())
      .filter(line => line !== "" && !/^(In |More findings|Other hooks)/.test(line));
    expect(lines.length).toBeGreaterThan(40);
    expect(lines.filter(line => !shown.has(line))).toEqual([]);
  });
});
