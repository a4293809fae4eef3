// JUnit XML: a suite per file, a case per finding, and one passing case for a clean file. An info is told, and fails nothing.

import type { Diagnostic } from "../diagnostic.ts";
import { byFile, counted, type Reporter, shownPath, subjectOf } from "./reporter.ts";
import { disarm, visible } from "./visible.ts";
import { attributes, xmlText } from "./xml.ts";

export const junit: Reporter = (report, options) => {
  const found = byFile(counted(report));
  const names = [...new Set([...(options.files ?? []), ...found.keys()])].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const suites = names.map(name => suite(shownPath(options, name), found.get(name) ?? []));
  const failures = counted(report).filter(fails).length;
  const tests = suites.reduce((total, { tests }) => total + tests, 0);
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name: "kprobe-lint", tests, failures, errors: 0 })}>`,
    ...suites.map(({ text }) => text),
    "</testsuites>",
  ].join("\n")}\n`;
};

function fails({ severity }: Diagnostic): boolean {
  return severity !== "info";
}

function suite(name: string, diagnostics: readonly Diagnostic[]): { tests: number; text: string } {
  const cases =
    diagnostics.length === 0
      ? [`    <testcase${attributes({ name: "no findings", classname: name })}/>`]
      : diagnostics.map(diagnostic => testCase(name, diagnostic));
  const failures = diagnostics.filter(fails).length;
  const head = attributes({ name, tests: cases.length, failures, errors: 0, skipped: 0 });
  return { tests: cases.length, text: [`  <testsuite${head}>`, ...cases, "  </testsuite>"].join("\n") };
}

function testCase(classname: string, diagnostic: Diagnostic): string {
  const { ruleId, range, severity, message, help, url } = diagnostic;
  const name = `${ruleId} at line ${range.start.line}, column ${range.start.column}`;
  const lines = [
    `${classname}:${range.start.line}:${range.start.column}`,
    subjectOf(diagnostic),
    message,
    help ?? "",
    url,
  ];
  const body = lines
    .filter(line => line !== "")
    .map(line => xmlText(disarm(visible(line))))
    .join("\n");
  const told = fails(diagnostic)
    ? `<failure${attributes({ type: severity, message })}>${body}</failure>`
    : `<system-out>${body}</system-out>`;
  return `    <testcase${attributes({ name, classname })}>${told}</testcase>`;
}
