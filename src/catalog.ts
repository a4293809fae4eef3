// Rules -> the table of `rules` and the Markdown of rules/README.md, with the guide at its head.

import { ENGINE_PAGES, type EnginePage } from "./engine-pages.ts";
import { presetsOf } from "./explain.ts";
import { guide } from "./guide/guide.ts";
import { type AnyRule, paragraph } from "./rule.ts";

/** The table of `kprobe-lint rules`. */
export function ruleTable(rules: readonly AnyRule[]): string {
  const width = Math.max(...rules.map(({ id }) => id.length));
  const line = (rule: AnyRule) =>
    [
      rule.id.padEnd(width),
      rule.severity.padEnd(7),
      presetsOf(rule).padEnd(19),
      (rule.fix ?? "").padEnd(6),
      rule.summary,
    ].join("  ");
  return `${rules.map(line).join("\n")}\n`;
}

/** The whole of rules/README.md. */
export function catalogue(rules: readonly AnyRule[]): string {
  const rows = rules.map(
    rule =>
      `| [${rule.id}](#${rule.id}) | ${rule.severity} | ${presetsOf(rule)} | ${rule.fix ?? ""} | ${rule.summary} |`,
  );
  return [
    "# Rules",
    "",
    "Printed by `kprobe-lint rules --format markdown`; do not edit by hand. Every example is run by the tests: what is marked is found, and nothing else.",
    "",
    guide(),
    "## All rules",
    "",
    "| rule | severity | presets | fix | what it finds |",
    "| --- | --- | --- | --- | --- |",
    ...rows,
    "",
    ...rules.flatMap(page),
    ...ENGINE_PAGES.flatMap(enginePage),
  ].join("\n");
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
