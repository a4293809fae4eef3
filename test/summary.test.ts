// Silence means looked at: what a report counts is counted once more, by other means.

import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { parseAllDocuments } from "yaml";
import type { Report } from "../src/diagnostic.ts";
import { main } from "../src/main.ts";

const fixtures = fileURLToPath(new URL("../fixtures/", import.meta.url));
const projects = readdirSync(join(fixtures, "projects"))
  .map(name => join(fixtures, "projects", name))
  .filter(path => statSync(path).isDirectory());
const FOLDERS = [...projects, join(fixtures, "ok"), join(fixtures, "broken"), join(fixtures, "rules")];

async function printed(cwd: string, ...argv: string[]): Promise<{ out: string; err: string; status: number }> {
  const text = { out: "", err: "" };
  const stream = (name: "out" | "err") => ({
    write: (part: string) => {
      text[name] += part;
    },
    isTTY: false,
    columns: 80,
  });
  const status = await main({
    ...{ argv, cwd, env: {}, stdout: stream("out"), stderr: stream("err"), stdin: () => "", now: () => 0 },
  });
  return { ...text, status };
}

const reported = async (cwd: string, ...argv: string[]): Promise<Report> =>
  JSON.parse((await printed(cwd, "--no-context", "--no-config", "--format=json", ...argv)).out);

/** Files by their names alone. */
function manifestsIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter(name => /\.(ya?ml|json)$/.test(name) && !/(^|\/)kustomization\.ya?ml$/.test(name))
    .sort();
}

/** What stands between lines of dashes; of nothing there is none. */
function documentsIn(text: string): string[] {
  return text
    .replace(/^\ufeff/, "")
    .split(/^---[^\n]*(?:\n|$)/m)
    .filter(part => part !== "");
}

/** Objects as another reader sees them: those with a kind and a version, and the items of Lists. */
function objectsIn(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  const { apiVersion, kind, items } = value as Record<string, unknown>;
  if (typeof kind === "string" && kind.endsWith("List") && Array.isArray(items))
    return items.reduce((sum: number, item) => sum + objectsIn(item), 0);
  return typeof apiVersion === "string" && typeof kind === "string" && apiVersion !== "" && kind !== "" ? 1 : 0;
}

/** Undefined where the other reader and the API server's may differ. */
function resourcesIn(text: string): number | undefined {
  const documents = parseAllDocuments(text, { version: "1.1", logLevel: "silent", uniqueKeys: false });
  if (!Array.isArray(documents) || documents.some(({ errors }) => errors.length > 0)) return undefined;
  return documents.reduce((sum, document) => sum + objectsIn(document.toJS()), 0);
}

describe.each(FOLDERS.map(folder => [folder.slice(fixtures.length), folder]))("%s", (_, folder) => {
  const names = manifestsIn(folder);
  const texts = names.map(name => readFileSync(join(folder, name), "utf8"));

  it("every file and every document of it is counted", async () => {
    const { summary } = await reported(folder, "--preset=all");
    expect(summary.files).toBe(names.length);
    expect(summary.documents).toBe(texts.reduce((sum, text) => sum + documentsIn(text).length, 0));
    const { out } = await printed(folder, "--show-files");
    expect(
      out
        .trimEnd()
        .split("\n")
        .map(path => resolve(folder, path)),
    ).toEqual(names.map(name => join(folder, name)));
  });

  // What does not parse for the API server may parse for another reader.
  const itIfWhole = folder.endsWith("broken") ? () => {} : it;
  itIfWhole("every object is counted", async () => {
    const readable = names.filter((_, index) => resourcesIn(texts[index] ?? "") !== undefined);
    const { summary } = await reported(folder, ...readable);
    const counts = readable.map(name => resourcesIn(readFileSync(join(folder, name), "utf8")) ?? 0);
    expect(summary.resources).toBe(counts.reduce((sum, count) => sum + count, 0));
  });

  it("every diagnostic is counted by its severity, and the exit code says so", async () => {
    const { summary } = await reported(folder, "--preset=all");
    const { out, status } = await printed(folder, "--no-context", "--no-config", "--preset=all", "--format=concise");
    const lines = out.split("\n").filter(line => line !== "");
    const count = (severity: string) =>
      lines.filter(line => new RegExp(`^[^:]+:\\d+:\\d+: ${severity} `).test(line)).length;
    expect([summary.errors, summary.warnings, summary.infos]).toEqual(["error", "warning", "info"].map(count));
    expect(summary.errors + summary.warnings + summary.infos).toBe(lines.length);
    expect(status).toBe(summary.errors > 0 ? 1 : 0);
  });

  it("what is ignored is counted, and is what comes back without the comments", async () => {
    const { summary, diagnostics } = await reported(folder, "--preset=all", "--include-suppressed");
    const hidden = diagnostics.filter(({ suppressed }) => suppressed !== undefined);
    expect(summary.suppressed).toBe(hidden.length);
    const open = await reported(folder, "--preset=all", "--no-inline-ignore");
    const own = /^ignore-/;
    expect(open.diagnostics.filter(({ ruleId }) => !own.test(ruleId)).length).toBe(
      diagnostics.filter(({ ruleId }) => !own.test(ruleId)).length,
    );
  });

  it("what can be fixed is counted", async () => {
    const { summary, diagnostics } = await reported(folder, "--preset=all");
    const fixable = diagnostics.filter(({ fixes }) => fixes.some(({ safety }) => safety === "safe"));
    expect(summary.fixable).toBe(fixable.length);
    const { out } = await printed(folder, "--no-context", "--no-config", "--preset=all", "--fail-on=never");
    const said = /(\d+) fixable with --fix\./.exec(out)?.[1] ?? "0";
    expect(Number(said)).toBe(fixable.length);
  });
});

const corpus = resolve("../shared/corpus");
const isThere = existsSync(corpus);
if (!isThere) console.warn("counts of real manifests: skipped, ../shared/corpus is not there");

describe.runIf(isThere)("real manifests", () => {
  it("of every fortieth project file, files, documents and objects are counted", async () => {
    const folder = join(corpus, "manifests");
    const names = readFileSync(join(corpus, "files.jsonl"), "utf8")
      .split("\n")
      .filter((line, index) => line !== "" && index % 40 === 0)
      .map(line => (JSON.parse(line) as { path: string }).path)
      .filter(name => !/kustomization\.ya?ml$/i.test(name))
      .filter(name => resourcesIn(readFileSync(join(folder, name), "utf8")) !== undefined);
    expect(names.length).toBeGreaterThan(80);
    const { summary } = await reported(folder, ...names);
    const texts = names.map(name => readFileSync(join(folder, name), "utf8"));
    expect(summary.files).toBe(names.length);
    expect(summary.documents).toBe(texts.reduce((sum, text) => sum + documentsIn(text).length, 0));
    expect(summary.resources).toBe(texts.reduce((sum, text) => sum + (resourcesIn(text) ?? 0), 0));
  });
});
