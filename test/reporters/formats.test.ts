// Every format against its published schema, or the grammar its readers hold it to.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { rules } from "../../rules/index.ts";
import type { Report } from "../../src/diagnostic.ts";
import { SCRIPT, SCRIPT_HASH } from "../../src/reporters/html-page.ts";
import { REPORTERS } from "../../src/reporters/index.ts";
import type { ReporterOptions } from "../../src/reporters/reporter.ts";
import { lintFiles } from "../support/run.ts";
import { GRAMMARS, isPublished } from "./grammar.ts";
import { OPTIONS, REPORT, reportOf, WEB } from "./sample.ts";
import { parseXml } from "./xml.ts";

const root = new URL("../../", import.meta.url);
const shop = ["cart", "orders", "services", "web"].map(name => `fixtures/projects/shop/${name}.yaml`);

const reports: [string, Report, ReporterOptions][] = [
  ["the sample", REPORT, OPTIONS],
  ["a clean run", reportOf([]), OPTIONS],
  ["the sample without texts", REPORT, { ...OPTIONS, textOf: () => undefined }],
];

beforeAll(async () => {
  const texts = Object.fromEntries(shop.map(path => [path, readFileSync(new URL(path, root), "utf8")]));
  const { report } = await lintFiles(texts, { settings: { preset: "all" } });
  reports.push(["the shop", report, { ...OPTIONS, textOf: file => texts[file], rules }]);
});

async function print(name: string, report: Report, options: ReporterOptions): Promise<string> {
  const reporter = await REPORTERS[name]?.();
  return reporter?.(report, options) ?? "";
}

async function eachReport(name: string, check: (text: string, report: Report) => void): Promise<void> {
  expect(reports.length).toBe(4);
  for (const [, report, options] of reports) check(await print(name, report, options), report);
}

describe("json", () => {
  const check = (value: unknown) => GRAMMARS.json?.(JSON.stringify(value), REPORT);

  it("follows schemas/report.schema.json and loses nothing", () =>
    eachReport("json", (text, report) => {
      expect(GRAMMARS.json?.(text, report)).toEqual([]);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(report)));
    }));

  it("the schema refuses what is no report", () => {
    expect(check({ ...REPORT, version: 2 })).not.toEqual([]);
    expect(check({ ...REPORT, extra: 1 })).not.toEqual([]);
    const [first] = REPORT.diagnostics;
    expect(check({ ...REPORT, diagnostics: [{ ...first, severity: "fatal" }] })).not.toEqual([]);
    expect(check({ ...REPORT, diagnostics: [{ ...first, range: undefined }] })).not.toEqual([]);
  });
});

describe("grammars", () => {
  const checked = Object.keys(GRAMMARS).filter(name => isPublished || !/^(sarif|rdjson)$/.test(name));

  it.each(checked)("%s follows its own", name =>
    eachReport(name, (text, report) => expect(GRAMMARS[name]?.(text, report)).toEqual([])),
  );

  it.skipIf(!isPublished)("the published schemas refuse what is none", () => {
    expect(GRAMMARS.sarif?.('{ "version": "2.1.0" }', REPORT)).not.toEqual([]);
    expect(GRAMMARS.rdjson?.('{ "diagnostics": [{ "severity": "FATAL" }] }', REPORT)).not.toEqual([]);
  });

  it.each([
    ["gitlab", '[{ "description": "a", "check_name": "b", "fingerprint": "c", "severity": "bad", "location": {} }]'],
    ["junit", '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites tests="1" failures="0"></testsuites>\n'],
    ["checkstyle", '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle><file><error line="0"/></file></checkstyle>\n'],
    ["concise", "web.yaml: error\n"],
    ["github", `${"::error title=a::b\n".repeat(11)}`],
    ["azure", "##vso[task.logissue type=info]a\n"],
    ["agent", "web.yaml: error\n"],
    ["markdown", "a".repeat(1024 * 1024)],
  ])("%s is told from what is none", (name, text) => {
    expect(GRAMMARS[name]?.(text, REPORT)).not.toEqual([]);
  });
});

describe("sarif", () => {
  it("lists every rule once, and every result knows its own", () =>
    eachReport("sarif", (text, report) => {
      const [run] = JSON.parse(text).runs;
      const ids: string[] = run.tool.driver.rules.map(({ id }: { id: string }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(run.results.length).toBe(report.diagnostics.length);
      for (const { ruleId, ruleIndex } of run.results) expect(ids[ruleIndex]).toBe(ruleId);
    }));

  it("keeps every text of a rule within what GitHub shows", () => {
    const report = reportOf([]);
    return print("sarif", report, { ...OPTIONS, rules }).then(text => {
      const [run] = JSON.parse(text).runs;
      expect(run.tool.driver.rules.length).toBe(rules.length);
      for (const rule of run.tool.driver.rules) {
        expect(rule.shortDescription.text.length).toBeLessThanOrEqual(1024);
        expect(rule.fullDescription.text.length).toBeLessThanOrEqual(1024);
        expect(rule.help.text).toMatch(/\S/);
        expect(rule.properties["security-severity"]).toBeUndefined();
      }
    });
  });

  it("links related places, keeps fingerprints, marks what is ignored, and edits in lines and columns", async () => {
    const [run] = JSON.parse(await print("sarif", REPORT, OPTIONS)).runs;
    const [service, web, , ignored] = run.results;
    expect(service.message.text).toContain("[the nearest one](0)");
    expect(service.relatedLocations[0].id).toBe(0);
    expect(service.locations[0].physicalLocation.artifactLocation.uri).toBe("repo/deploy/shop/service.yaml");
    expect(web.partialFingerprints).toEqual({ primaryLocationLineHash: "probe-named-port-unresolved/shop/web" });
    expect(web.fixes[0].artifactChanges[0].replacements[0]).toEqual({
      deletedRegion: { startLine: 15, startColumn: 44, endLine: 15, endColumn: 48 },
      insertedContent: { text: "http" },
    });
    expect(ignored.suppressions).toEqual([{ kind: "inSource", justification: "it has to be" }]);
  });
});

describe("rdjson", () => {
  it("counts columns in bytes, and its suggestions make the edit", async () => {
    const { diagnostics } = JSON.parse(await print("rdjson", REPORT, OPTIONS));
    const [, port, name] = diagnostics;
    expect(name.location.range).toEqual({ start: { line: 17, column: 38 }, end: { line: 17, column: 43 } });
    const bytes = Buffer.from(WEB.split("\n")[14] ?? "");
    const [{ range, text }] = port.suggestions;
    const edited = bytes.subarray(0, range.start.column - 1).toString() + text + bytes.subarray(range.end.column - 1);
    expect(edited).toBe("            httpGet: { path: /ready, port: http }");
  });
});

describe("gitlab", () => {
  it("is an empty list of an empty run", async () => {
    expect(await print("gitlab", reportOf([]), OPTIONS)).toBe("[]\n");
  });

  it("has no fingerprint twice", async () => {
    const [first] = REPORT.diagnostics;
    const twice = first === undefined ? [] : [first, first, first];
    const found: { fingerprint: string }[] = JSON.parse(await print("gitlab", reportOf(twice), OPTIONS));
    expect(new Set(found.map(({ fingerprint }) => fingerprint)).size).toBe(3);
  });
});

describe("junit", () => {
  it("has a passing case for a clean file", () =>
    eachReport("junit", text => {
      const clean = parseXml(text).children.find(({ attributes }) => attributes.name === "deploy/shop/clean.yaml");
      expect(clean?.children.map(({ children }) => children)).toEqual([[]]);
    }));
});

describe("github", () => {
  it("keeps to ten annotations of a type: the changed files first, the tenth counts the rest", async () => {
    const [first] = REPORT.diagnostics;
    const many = Array.from({ length: 14 }, (_, index) => ({ ...first, file: `${index}.yaml` }) as typeof first);
    const report = reportOf(many.filter(diagnostic => diagnostic !== undefined));
    const text = await print("github", report, { ...OPTIONS, changed: new Set(["12.yaml"]) });
    const lines = text.trimEnd().split("\n");
    expect(lines.length).toBe(10);
    expect(lines[0]).toContain("file=repo/deploy/12.yaml,");
    expect(lines[9]).toBe("::warning title=kprobe-lint::… and 5 more of this severity, see the job summary");
  });
});

describe("markdown", () => {
  it("stays below the 1 MiB of a job summary, errors first, and counts what is left out", async () => {
    const [warning, error] = REPORT.diagnostics;
    if (warning === undefined || error === undefined) throw new Error("the sample has no diagnostics");
    const many = Array.from({ length: 9000 }, (_, index) => (index % 2 === 0 ? warning : error));
    const text = await print("markdown", reportOf(many), OPTIONS);
    expect(Buffer.byteLength(text)).toBeLessThan(1024 * 1024);
    const rows = text.split("\n").filter(line => /^\| (❌|⚠️)/.test(line));
    expect(rows.slice(0, 4500).every(line => line.startsWith("| ❌ error"))).toBe(true);
    expect(text).toContain(`… and ${9000 - rows.length} more.`);
  });
});

describe("html", () => {
  it("is one file: nothing is fetched, and only its own script may run", async () => {
    const text = await print("html", REPORT, OPTIONS);
    expect(createHash("sha256").update(SCRIPT).digest("base64")).toBe(SCRIPT_HASH);
    expect(text).toContain(`<script>${SCRIPT}</script>`);
    expect(text).toContain("default-src 'none'");
    expect(text).not.toMatch(/<link|<iframe|<img|@import|url\(|src="/i);
  });

  it("shows sections of others under their headings", async () => {
    const text = await print("html", REPORT, { ...OPTIONS, sections: [{ title: "A & B", html: "<table></table>" }] });
    expect(text).toContain('<section><h2 id="part-0">A &amp; B</h2>\n<table></table>\n</section>');
    expect(text).toContain('<a href="#part-0">A &amp; B</a>');
  });
});
