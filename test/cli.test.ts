// Every scenario of fixtures/cli. UPDATE=1 writes what the commands print today; then read the difference.

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { rules } from "../rules/index.ts";
import { played } from "./support/scenario.ts";

const folder = new URL("../fixtures/cli/", import.meta.url);
const scenarios = readdirSync(folder).filter(name => name.endsWith(".scenario"));

describe("command line", () => {
  it("has scenarios, and each runs something", () => {
    expect(scenarios.length).toBeGreaterThan(20);
    for (const name of scenarios) expect(readFileSync(new URL(name, folder), "utf8")).toMatch(/^\$ /m);
  });

  it.each(scenarios)("%s", async name => {
    const file = new URL(name, folder);
    const text = readFileSync(file, "utf8");
    const actual = await played(text);
    if (process.env.UPDATE === "1") writeFileSync(file, actual);
    else expect(actual).toBe(text);
  });
});

describe("rules", () => {
  it("prints a line a rule, and the same as JSON and Markdown", async () => {
    const ids = rules.map(({ id }) => id);
    const table = await printed("kprobe-lint rules");
    expect(table.map(line => line.split(/\s/)[0])).toEqual(ids);
    const json = JSON.parse((await printed("kprobe-lint rules --format json")).join("\n"));
    expect(json.map(({ id }: { id: string }) => id)).toEqual(ids);
    for (const { summary, severity, presets } of json) {
      expect(summary).toMatch(/\S/);
      expect(severity).toMatch(/^(error|warning|info)$/);
      expect(presets.length).toBeGreaterThan(0);
    }
    const markdown = await printed("kprobe-lint rules --format markdown");
    const headings = markdown.filter(line => /^#+ /.test(line)).map(line => line.replace(/^#+ /, ""));
    expect(headings.filter(heading => ids.includes(heading))).toEqual(ids);
  });

  it.each(rules.map(({ id }) => [id]))("explain %s shows the whole page", async id => {
    const page = (await printed(`kprobe-lint explain ${id}`)).join("\n");
    for (const heading of ["Why", "Bad", "Good", "Ignore", "References"])
      expect(page).toMatch(new RegExp(`^${heading}`, "m"));
    expect(page).toContain(id);
  });
});

describe("fields of probes", () => {
  it.each([
    ["initialDelaySeconds", 0],
    ["periodSeconds", 10],
    ["timeoutSeconds", 1],
    ["successThreshold", 1],
    ["failureThreshold", 3],
  ])("seed 003:39 explain %s: the default is %i", async (field, value) => {
    const page = (await printed(`kprobe-lint explain ${field}`)).join("\n");
    expect(page).toMatch(new RegExp(`^default +${value}$`, "m"));
  });

  it("seed 001:121 explain failureThreshold: there is no maximum", async () => {
    expect((await printed("kprobe-lint explain failureThreshold")).join("\n")).toMatch(/^maximum +none$/m);
  });
});

/** Lines of standard output of a command that succeeds. */
async function printed(command: string): Promise<string[]> {
  const lines = (await played(`$ ${command}\n`)).trimEnd().split("\n");
  expect(lines.at(-1)).toBe("= 0");
  return lines.slice(1, -1).map(line => line.slice(2));
}
