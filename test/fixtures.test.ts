// Whole manifests: those that every rule leaves alone, those that are broken, and projects whose meaning lies between files.

import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { rules } from "../rules/index.ts";
import type { Diagnostic } from "../src/diagnostic.ts";
import { annotate, isCaretLine, strip } from "./support/carets.ts";
import { lintFiles, messages } from "./support/run.ts";

const fixtures = fileURLToPath(new URL("../fixtures/", import.meta.url));
const read = (path: string) => readFileSync(join(fixtures, path), "utf8");
const label = ({ ruleId, message }: Diagnostic) => `${ruleId}: ${message}`;

function manifestsIn(folder: string): string[] {
  return readdirSync(join(fixtures, folder), { recursive: true, encoding: "utf8" })
    .map(name => name.replaceAll("\\", "/"))
    .filter(name => /\.(ya?ml|json)$/.test(name) && statSync(join(fixtures, folder, name)).isFile())
    .sort();
}

function compare(path: string, actual: string): void {
  if (process.env.UPDATE === "1") writeFileSync(join(fixtures, path), actual);
  expect(actual).toBe(read(path));
}

describe("ok", () => {
  it.each(manifestsIn("ok"))("%s: no rule finds an error or a warning", async name => {
    const result = await lintFiles({ [name]: read(`ok/${name}`) }, { settings: { preset: "all" } });
    const grave = { ...result, report: { ...result.report, diagnostics: [...graver(result.report.diagnostics)] } };
    expect(messages(grave)).toEqual([]);
    expect(result.report.summary.resources).toBeGreaterThan(0);
  });
});

function graver(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.filter(({ severity }) => severity !== "info");
}

describe("broken", () => {
  const yaml = manifestsIn("broken").filter(name => name.endsWith(".yaml"));

  it.each(yaml)("%s: the reader and the validator say what is marked", async name => {
    const manifest = strip(read(`broken/${name}`));
    const { report } = await lintFiles({ [name]: manifest }, { rules: [] });
    const actual = annotate(manifest, report.diagnostics, label);
    expect(actual.split("\n").some(isCaretLine)).toBe(true);
    compare(`broken/${name}`, actual);
  });

  it("JSON has no comments to mark in, but places all the same", async () => {
    const result = await lintFiles({ "comma.json": read("broken/comma.json") }, { rules: [] });
    expect(messages(result)).toMatchInlineSnapshot(`[]`);
  });
});

describe("projects", () => {
  const projects = readdirSync(join(fixtures, "projects"), { withFileTypes: true })
    .filter(entry => entry.isDirectory() && existsSync(join(fixtures, "projects", entry.name, "rules.txt")))
    .map(({ name }) => name);

  it.each(projects)("%s: the rules named in rules.txt find what is marked", async name => {
    const ids = read(`projects/${name}/rules.txt`)
      .split("\n")
      .filter(line => line !== "");
    expect(ids.filter(id => !rules.some(rule => rule.id === id))).toEqual([]);
    const folder = `projects/${name}`;
    const texts = Object.fromEntries(manifestsIn(folder).map(path => [path, strip(read(`${folder}/${path}`))]));
    const { report } = await lintFiles(texts, {
      rules: rules.filter(({ id }) => ids.includes(id)),
      settings: { preset: "all" },
    });
    expect(report.diagnostics.length).toBeGreaterThan(0);
    for (const [path, text] of Object.entries(texts)) {
      const here = report.diagnostics.filter(({ file }) => file === path);
      compare(`${folder}/${path}`, annotate(text, here, label));
    }
  });

  it("shop, the example of the README, has the findings it is shown for", async () => {
    const names = manifestsIn("projects/shop");
    const texts = Object.fromEntries(names.map(name => [name, read(`projects/shop/${name}`)]));
    const result = await lintFiles(texts);
    compare("projects/shop.expected.txt", `${messages(result).join("\n")}\n`);
  });
});
