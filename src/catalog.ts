// Rules -> the table of `rules` and the Markdown of rules/README.md, with the guide at its head.

import { ENGINE_PAGES, type EnginePage } from "./engine-pages.ts";
import { presetsOf } from "./explain.ts";
import { guide } from "./guide/guide.ts";
import { type ExportState, exportsOf } from "./policy/export/index.ts";
import { shownText } from "./reporters/visible.ts";
import { type AnyRule, paragraph } from "./rule.ts";

/** The table of `kprobe-lint rules`. */
export function ruleTable(rules: readonly AnyRule[]): string {
  const exported = exportsOf(rules);
  const width = Math.max(...rules.map(({ id }) => id.length));
  const line = (rule: AnyRule) =>
    [
      rule.id.padEnd(width),
      rule.severity.padEnd(7),
      presetsOf(rule).padEnd(19),
      (rule.fix ?? "").padEnd(6),
      exportColumn(rule, exported).padEnd(10),
      rule.summary,
    ].join("  ");
  return `${rules.map(line).join("\n")}\n`;
}

/** `export`, else the word for what keeps the rule from being a policy of the cluster. */
function exportColumn({ id, own }: AnyRule, exported: ReadonlyMap<string, ExportState>): string {
  const state = own === undefined ? exported.get(id) : undefined;
  if (state === undefined) return "";
  return state === "yes" ? "export" : `no: ${state.word}`;
}

function reasonsOf(rules: readonly AnyRule[], exported: ReadonlyMap<string, ExportState>): Map<string, string[]> {
  const byReason = new Map<string, string[]>();
  for (const { id } of rules) {
    const state = exported.get(id);
    if (state === undefined || state === "yes") continue;
    const reason = `**${state.word}**: it ${state.not}`;
    byReason.set(reason, [...(byReason.get(reason) ?? []), id]);
  }
  return byReason;
}

function exportSection(rules: readonly AnyRule[]): string[] {
  const exported = exportsOf(rules);
  const ids = rules.filter(({ id }) => exported.get(id) === "yes").map(({ id }) => `[${id}](#${id})`);
  const byReason = [...reasonsOf(rules, exported)].map(([reason, names]) => `- ${reason} (${names.join(", ")})`);
  return [
    "## Rules as policies of the cluster",
    "",
    `\`kprobe-lint export vap\` writes ${ids.length} rules as ValidatingAdmissionPolicies with bindings. The tests hold each policy to its rule on all`,
    "examples and fixtures of the rule.",
    "",
    ids.join(" · "),
    "",
    "The others cannot be written so; `kprobe-lint rules` has the word for each in its list:",
    "",
    ...byReason,
    "",
  ];
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
    ...exportSection(rules),
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
      shownText(bad.trimEnd()),
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
