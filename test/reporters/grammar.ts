// What each format is held to, as a function that names what is wrong: the published schema where there is one (../shared/formats), and
// for the others what their readers say they need.

import { existsSync, readFileSync } from "node:fs";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import type { Report } from "../../src/diagnostic.ts";
import { type Element, parseXml } from "./xml.ts";

const root = new URL("../../", import.meta.url);
const published = new URL("../shared/formats/", root);

/** The published schemas are at hand. */
export const isPublished = existsSync(published);
if (!isPublished)
  console.warn(`SKIPPED: ${published.pathname} is missing; SARIF and rdjson are not checked against their schemas`);

type Check = (text: string, report: Report) => string[];

/** A validator of JSON text that names what is wrong. */
export function bySchema(schema: object): (text: string) => string[] {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);
  const validate = ajv.compile(schema);
  return text =>
    validate(JSON.parse(text))
      ? []
      : (validate.errors ?? []).map(error => `${error.instancePath} ${error.message}`).slice(0, 20);
}

/** A published schema of draft 4 as ajv reads it. */
function draft4(file: string): Check {
  if (!isPublished) return () => [];
  const { $schema, id, ...rest } = JSON.parse(readFileSync(new URL(file, published), "utf8"));
  return bySchema(rest);
}

const position = {
  type: "object",
  required: ["line"],
  properties: { line: { type: "integer", minimum: 1 }, column: { type: "integer", minimum: 1 } },
};

/** https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format */
const GITLAB = {
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
};
const gitlab = bySchema(GITLAB);

/** Lines of one shape each, but for those that the format lets through. */
function lines(shape: RegExp): Check {
  return text =>
    text
      .split("\n")
      .slice(0, -1)
      .filter(line => !shape.test(line))
      .slice(0, 20);
}

export const GRAMMARS: Readonly<Record<string, Check>> = {
  json: bySchema(JSON.parse(readFileSync(new URL("schemas/report.schema.json", root), "utf8"))),
  sarif: draft4("sarif-schema-2.1.0.json"),
  rdjson: draft4("rdjson/DiagnosticResult.json"),
  gitlab: text => {
    const prints = JSON.parse(text).map(({ fingerprint }: { fingerprint: string }) => fingerprint);
    return [...gitlab(text), ...(new Set(prints).size === prints.length ? [] : ["a fingerprint twice"])];
  },
  junit: (text, report) => [...junit(parseXml(text), report)],
  checkstyle: (text, report) => [...checkstyle(parseXml(text), report)],
  concise: lines(/^[^:]+:[1-9]\d*:[1-9]\d*: (error|warning|info) [\w-]+: \S/),
  // https://docs.github.com/actions/reference/workflow-commands-for-github-actions: the shown ones, ten of a type at most.
  github: (text, report) => [
    ...lines(
      /^::(error|warning|notice) (file=[^:,]+,line=\d+,endLine=\d+(,col=\d+,endColumn=\d+)?,)?title=[\w-]+::[^\r]{1,16384}$/,
    )(text, report),
    ...["error", "warning", "notice"].filter(
      type => text.split("\n").filter(line => line.startsWith(`::${type} `)).length > 10,
    ),
  ],
  azure: lines(
    /^(##vso\[task\.logissue type=(error|warning);sourcepath=[^;\]]+;linenumber=\d+;columnnumber=\d+;code=[\w-]+\]\S|\S.*:\d+:\d+: info )/,
  ),
  agent: lines(/^([^:]+:\d+:\d+: (error|warning|info) [\w-]+: \S|\d+ errors?, \d+ warnings?, \d+ infos? in \d)/),
  // $GITHUB_STEP_SUMMARY takes 1 MiB.
  markdown: text => [
    ...(Buffer.byteLength(text) < 1024 * 1024 ? [] : ["1 MiB or more"]),
    ...text
      .split("\n")
      .filter(line => line.startsWith("| ") && !/^\| (❌ error|⚠️ warning|ℹ️ info| ?\| place|---) ?\|/.test(line))
      .slice(0, 20),
  ],
};

function* junit(suites: Element, { summary }: Report): Generator<string> {
  if (suites.name !== "testsuites") yield `the root is ${suites.name}`;
  const cases = suites.children.flatMap(suite => suite.children);
  const failures = cases.filter(({ children }) => children[0]?.name === "failure").length;
  if (suites.attributes.tests !== String(cases.length)) yield "tests are counted wrong";
  if (suites.attributes.failures !== String(failures)) yield "failures are counted wrong";
  if (failures !== summary.errors + summary.warnings) yield `${failures} failures`;
  for (const { name, attributes, children } of suites.children) {
    if (name !== "testsuite") yield `${name} is no testsuite`;
    if (attributes.tests !== String(children.length)) yield `tests of ${attributes.name} are counted wrong`;
    for (const child of children) {
      if (child.name !== "testcase" || child.attributes.classname !== attributes.name) yield `in ${attributes.name}`;
      if (child.children.length > 1 || !/^(failure|system-out)?$/.test(child.children[0]?.name ?? ""))
        yield `in ${attributes.name}: ${child.children[0]?.name}`;
    }
  }
}

function* checkstyle(top: Element, { diagnostics }: Report): Generator<string> {
  if (top.name !== "checkstyle") yield `the root is ${top.name}`;
  const errors = top.children.flatMap(({ name, children }) => (name === "file" ? children : []));
  if (errors.length !== diagnostics.filter(({ suppressed }) => suppressed === undefined).length)
    yield `${errors.length} errors`;
  for (const { name, attributes } of errors)
    if (
      name !== "error" ||
      !/^(error|warning|info)$/.test(attributes.severity ?? "") ||
      !/^[1-9]\d*$/.test(attributes.line ?? "") ||
      !/^[1-9]\d*$/.test(attributes.column ?? "") ||
      !/^kprobe-lint\.[\w-]+$/.test(attributes.source ?? "") ||
      !/\S/.test(attributes.message ?? "")
    )
      yield JSON.stringify(attributes);
}
