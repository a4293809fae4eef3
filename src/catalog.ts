// Rules -> pages: the text of `explain`, the table of `rules`, and the Markdown of rules/README.md.

import { ENGINE_PAGES, type EnginePage } from "./engine-pages.ts";
import { type AnyRule, type Preset, paragraph } from "./rule.ts";

/** `recommended, strict`; `opt-in` where no preset has it. */
export function presetsOf({ presets }: AnyRule): string {
  const all: Preset[] = presets.includes("recommended") ? ["recommended", "strict"] : [...presets];
  return all.length === 0 ? "opt-in" : all.join(", ");
}

/** The page of one rule for a terminal. */
export function explain(rule: AnyRule, paint: { bold(text: string): string; dim(text: string): string }): string {
  const heading = (text: string) => `\n${paint.bold(text)}\n`;
  const lines = [
    `${paint.bold(rule.id)}  ${paint.dim(`${rule.severity} · ${presetsOf(rule)} · since ${rule.since}`)}`,
    "",
    `${rule.summary}.`,
    heading("Why"),
    wrap(paragraph(rule.why), 80),
    ...severityLines(rule, heading),
    ...rule.examples.flatMap(({ title, bad, good }) => [
      heading(title === undefined ? "Bad" : `Bad: ${title}`),
      indent(bad),
      heading("Good"),
      indent(good),
    ]),
    ...optionLines(rule, heading),
    heading("Ignore"),
    `  # kprobe-lint-ignore ${rule.id} -- the reason`,
    heading("References"),
    ...rule.references.map(reference => `  ${reference}`),
    "",
  ];
  return lines.join("\n");
}

function severityLines(rule: AnyRule, heading: (text: string) => string): string[] {
  if (rule.severities === undefined) return [];
  return [
    heading("Severity"),
    ...Object.entries(rule.severities).map(([severity, when]) => `  ${severity.padEnd(8)} ${when}`),
  ];
}

function optionLines(rule: AnyRule, heading: (text: string) => string): string[] {
  const options = Object.entries(rule.options ?? {});
  if (options.length === 0) return [];
  return [
    heading("Options"),
    ...options.map(([name, { description, default: value }]) => `  ${name}: ${JSON.stringify(value)}  ${description}`),
  ];
}

function indent(text: string): string {
  return text
    .trimEnd()
    .split("\n")
    .map(line => `  ${line}`)
    .join("\n");
}

/** Breaks prose at blanks. */
export function wrap(text: string, width: number): string {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line].join("\n");
}

/** The table of `kprobe-lint rules`. */
export function ruleTable(rules: readonly AnyRule[]): string {
  const width = Math.max(...rules.map(({ id }) => id.length));
  return `${rules.map(rule => `${rule.id.padEnd(width)}  ${rule.severity.padEnd(7)}  ${presetsOf(rule).padEnd(19)}  ${rule.summary}`).join("\n")}\n`;
}

/** The whole of rules/README.md. */
export function catalogue(rules: readonly AnyRule[]): string {
  const rows = rules.map(
    rule => `| [${rule.id}](#${rule.id}) | ${rule.severity} | ${presetsOf(rule)} | ${rule.summary} |`,
  );
  return [
    "# Rules",
    "",
    "Printed by `kprobe-lint rules --format markdown`; do not edit by hand. Every example is run by the tests: what is marked is found, and nothing else.",
    "",
    "| rule | severity | presets | what it finds |",
    "| --- | --- | --- | --- |",
    ...rows,
    "",
    ...rules.flatMap(page),
    ...ENGINE_PAGES.flatMap(enginePage),
  ].join("\n");
}

/** The page of what the linter reports about itself, for a terminal. */
export function explainEngine({ id, summary, why }: EnginePage, paint: { bold(text: string): string }): string {
  return [`${paint.bold(id)}`, "", `${summary}.`, "", wrap(paragraph(why), 80), ""].join("\n");
}

function enginePage({ id, summary, why }: EnginePage): string[] {
  return [`<a id="${id}"></a>**${id}**: ${summary}. ${paragraph(why)}`, ""];
}

function page(rule: AnyRule): string[] {
  const severities = Object.entries(rule.severities ?? {}).map(([severity, when]) => `- \`${severity}\`: ${when}`);
  const options = Object.entries(rule.options ?? {}).map(
    ([name, option]) =>
      `- \`${name}\` (${option.type}, default \`${JSON.stringify(option.default)}\`): ${option.description}`,
  );
  return [
    `## ${rule.id}`,
    "",
    `${rule.summary}. *${rule.severity} · ${presetsOf(rule)} · since ${rule.since}*`,
    "",
    paragraph(rule.why),
    "",
    ...(severities.length === 0 ? [] : [...severities, ""]),
    ...rule.examples.flatMap(({ title, bad, good }) => [
      ...(title === undefined ? [] : [`**${title}**`, ""]),
      "Bad:",
      "",
      "```yaml",
      bad.trimEnd(),
      "```",
      "",
      "Good:",
      "",
      "```yaml",
      good.trimEnd(),
      "```",
      "",
    ]),
    ...(options.length === 0 ? [] : ["Options:", "", ...options, ""]),
    `References: ${rule.references.map(reference => (reference.startsWith("https://") ? `<${reference}>` : `\`${reference}\``)).join(" · ")}`,
    "",
  ];
}
