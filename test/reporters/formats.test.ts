// Every format against its published schema, or the grammar its readers hold it to.

import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { beforeAll, describe, expect, it } from "vitest";
import { rules } from "../../rules/index.ts";
import type { Report } from "../../src/diagnostic.ts";
import { SCRIPT, SCRIPT_HASH } from "../../src/reporters/html-page.ts";
import { REPORTERS } from "../../src/reporters/index.ts";
import type { ReporterOptions } from "../../src/reporters/reporter.ts";
import { lintFiles } from "../support/run.ts";
import { OPTIONS, REPORT, reportOf, WEB } from "./sample.ts";
import { parseXml } from "./xml.ts";

const root = new URL("../../", import.meta.url);
const published = new URL("../shared/formats/", root);
const shop = ["cart", "orders", "services", "web"].map(name => `fixtures/projects/shop/${name}.yaml`);

/** A validator that names what is wrong. */
function validator(schema: object): (value: unknown) => string[] {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);
  const validate = ajv.compile(schema);
  return value =>
    validate(value) ? [] : (validate.errors ?? []).map(error => `${error.instancePath} ${error.message}`);
}

/** A schema of draft 4 as ajv reads it. */
function draft4(file: string): object {
  const { $schema, id, ...rest } = JSON.parse(readFileSync(new URL(file, published), "utf8"));
  return rest;
}

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
  const schema = JSON.parse(readFileSync(new URL("schemas/report.schema.json", root), "utf8"));
  const validate = validator(schema);

  it("follows schemas/report.schema.json and loses nothing", () =>
    eachReport("json", (text, report) => {
      expect(validate(JSON.parse(text))).toEqual([]);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(report)));
    }));

  it("the schema refuses what is no report", () => {
    expect(validate({ ...REPORT, version: 2 })).not.toEqual([]);
    expect(validate({ ...REPORT, extra: 1 })).not.toEqual([]);
    const [first] = REPORT.diagnostics;
    expect(validate({ ...REPORT, diagnostics: [{ ...first, severity: "fatal" }] })).not.toEqual([]);
    expect(validate({ ...REPORT, diagnostics: [{ ...first, range: undefined }] })).not.toEqual([]);
  });
});

const isPublished = existsSync(published);
if (!isPublished)
  console.warn(`SKIPPED: ${published.pathname} is missing; SARIF and rdjson are not checked against their schemas`);

describe.skipIf(!isPublished)("published schemas", () => {
  it("sarif follows SARIF 2.1.0", async () => {
    const validate = validator(draft4("sarif-schema-2.1.0.json"));
    expect(validate({ version: "2.1.0" })).not.toEqual([]);
    await eachReport("sarif", text => expect(validate(JSON.parse(text))).toEqual([]));
  });

  it("rdjson follows the Reviewdog Diagnostic Format", async () => {
    const validate = validator(draft4("rdjson/DiagnosticResult.json"));
    expect(validate({ diagnostics: [{ severity: "FATAL" }] })).not.toEqual([]);
    await eachReport("rdjson", text => expect(validate(JSON.parse(text))).toEqual([]));
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
  // https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
  const position = {
    type: "object",
    required: ["line"],
    properties: { line: { type: "integer", minimum: 1 }, column: { type: "integer", minimum: 1 } },
  };
  const validate = validator({
    type: "array",
    items: {
      type: "object",
      required: ["description", "check_name", "fingerprint", "severity", "location"],
      properties: {
        description: { type: "string", minLength: 1 },
        check_name: { type: "string", minLength: 1 },
        fingerprint: { type: "string", minLength: 1 },
        severity: { enum: ["info", "minor", "major", "critical", "blocker"] },
        location: {
          type: "object",
          required: ["path", "positions"],
          properties: {
            path: { type: "string", pattern: "^[^/]" },
            positions: { type: "object", required: ["begin"], properties: { begin: position, end: position } },
          },
        },
      },
    },
  });

  it("follows the code quality format, an empty run too", async () => {
    await eachReport("gitlab", text => expect(validate(JSON.parse(text))).toEqual([]));
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
  it("has a suite a file, a passing case for a clean one, and counts that add up", () =>
    eachReport("junit", (text, report) => {
      const suites = parseXml(text);
      expect(suites.name).toBe("testsuites");
      const cases = suites.children.flatMap(suite => suite.children);
      const failures = cases.filter(({ children }) => children[0]?.name === "failure");
      expect(suites.attributes.tests).toBe(String(cases.length));
      expect(suites.attributes.failures).toBe(String(failures.length));
      expect(failures.length).toBe(report.summary.errors + report.summary.warnings);
      for (const { name, attributes, children } of suites.children) {
        expect(name).toBe("testsuite");
        expect(attributes.tests).toBe(String(children.length));
        for (const child of children) expect(child.attributes.classname).toBe(attributes.name);
      }
      const clean = suites.children.find(({ attributes }) => attributes.name === "deploy/shop/clean.yaml");
      expect(clean?.children.map(({ children }) => children)).toEqual([[]]);
    }));
});

describe("checkstyle", () => {
  it("has a file element a file, with what its readers need of an error", () =>
    eachReport("checkstyle", (text, report) => {
      const top = parseXml(text);
      expect(top.name).toBe("checkstyle");
      const errors = top.children.flatMap(({ name, children }) => (name === "file" ? children : []));
      expect(errors.length).toBe(report.diagnostics.filter(({ suppressed }) => suppressed === undefined).length);
      for (const { attributes } of errors) {
        expect(attributes.severity).toMatch(/^(error|warning|info)$/);
        expect(attributes.line).toMatch(/^[1-9]\d*$/);
        expect(attributes.source).toMatch(/^kprobe-lint\.[\w-]+$/);
      }
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
    expect(text).toContain("<section><h2>A &amp; B</h2>\n<table></table>\n</section>");
  });
});
