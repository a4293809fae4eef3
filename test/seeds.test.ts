// The manifests of five articles about Kubernetes, and what is to be said of them.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { rules } from "../rules/index.ts";
import type { Diagnostic } from "../src/diagnostic.ts";
import { type Row, WITHOUT_ERRORS } from "./seeds/row.ts";
import { rows as rows000 } from "./seeds/rows-000.ts";
import { rows as rows001 } from "./seeds/rows-001-003.ts";
import { rows as rows004 } from "./seeds/rows-004.ts";
import { describe as inWords, lintFiles } from "./support/run.ts";

const ROWS = [...rows000, ...rows001, ...rows004];
const folder = new URL("../fixtures/seeds/", import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder), "utf8");
/** Rows whose rule has no page: none may wait, or the row would assert nothing. */
const waiting = ROWS.filter(({ rule }) => !rules.some(({ id }) => id === rule));

async function found({ file, rule, minor }: Pick<Row, "file" | "rule" | "minor">): Promise<Diagnostic[]> {
  const { report } = await lintFiles(
    { [file]: read(file) },
    { settings: { preset: "all", ...(minor === undefined ? {} : { minor }) } },
  );
  return report.diagnostics.filter(({ ruleId }) => ruleId === rule);
}

describe("seeds", () => {
  for (const row of ROWS) {
    it(`seed ${row.seed} ${row.title} (${row.rule})`, () => check(row));
  }

  it.each(WITHOUT_ERRORS)("%s has no error", async file => {
    const { report } = await lintFiles({ [file]: read(file) }, { settings: { preset: "all" } });
    expect(report.diagnostics.filter(({ severity }) => severity === "error").map(inWords)).toEqual([]);
    expect(report.summary.resources).toBeGreaterThan(0);
  });

  it("every fixture is looked at, and every row that waits is listed", () => {
    const names = readdirSync(folder).filter(name => name.endsWith(".yaml"));
    const used = new Set([...ROWS.map(({ file }) => file), ...WITHOUT_ERRORS]);
    expect(names.filter(name => !used.has(name))).toEqual([]);
    const page = read("README.md");
    expect(waiting.filter(({ rule }) => !page.includes(`\`${rule}\``)).map(({ rule }) => rule)).toEqual([]);
  });
});

async function check(row: Row): Promise<void> {
  const diagnostics = await found(row);
  const words = diagnostics.map(inWords);
  if (row.at === undefined) {
    expect(words).toEqual([]);
    return;
  }
  const text = read(row.file);
  const here = diagnostics.filter(
    ({ range }) => text.slice(range.start.offset, range.end.offset).split("\n")[0] === row.at,
  );
  expect(here.length, words.join("\n")).toBe(row.times ?? 1);
  for (const { message, severity } of here) {
    if (row.message !== undefined) expect(message).toMatch(row.message);
    if (row.severity !== undefined) expect(severity).toBe(row.severity);
  }
}

const articles = new URL("../../shared/seeds/", import.meta.url);
const isPresent = existsSync(articles);
if (!isPresent) console.warn(`SKIPPED: ${fileURLToPath(articles)} is missing; the articles' own blocks are not read`);

describe.skipIf(!isPresent)("the articles themselves", () => {
  it("of the manifests in their code blocks exactly three do not parse", async () => {
    const blocks = readdirSync(articles).sort().flatMap(manifestsIn);
    const broken: string[] = [];
    let documents = 0;
    for (const { name, text } of blocks) {
      const { report } = await lintFiles({ [name]: text }, { rules: [], noContext: true });
      if (report.diagnostics.some(({ ruleId }) => ruleId === "yaml-syntax")) broken.push(name.slice(0, 3));
      documents += report.summary.resources;
    }
    expect(broken).toEqual(["002", "004", "004"]);
    expect(blocks.length).toBe(34);
    expect(documents).toBe(35);
  });
});

/** Code blocks that are manifests, their indentation taken away. */
function manifestsIn(file: string): { name: string; text: string }[] {
  const text = readFileSync(new URL(file, articles), "utf8");
  return [...text.matchAll(/^([ ]*)```\s*\w+\n([\s\S]*?)^[ ]*```/gim)]
    .map(([, indent = "", body = ""]) => body.replaceAll(new RegExp(`^ {0,${indent.length}}`, "gm"), ""))
    .filter(body => /^apiVersion:/m.test(body) && /^kind:/m.test(body))
    .map((body, index) => ({ name: `${file.slice(0, 3)}-${index}.yaml`, text: body }));
}
