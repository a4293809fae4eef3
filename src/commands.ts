// The commands that print what the rules say of themselves.

import pc from "picocolors";
import { wantsColor } from "./color.ts";
import { ENGINE_PAGES } from "./engine-pages.ts";
import { type Environment, EXIT } from "./main.ts";
import { nearestTo } from "./nearest.ts";
import { type Arguments, listOf, UsageError } from "./options.ts";
import type { AnyRule } from "./rule.ts";

export async function explainCommand(
  args: Arguments,
  environment: Environment,
  rules: readonly AnyRule[],
): Promise<number> {
  const name = args.positionals[0];
  if (name === undefined)
    throw new UsageError("explain needs the name of a rule or of a field; kprobe-lint rules lists the rules");
  const { explain, explainEngine, explainField, fieldNamed } = await import("./explain.ts");
  const style = {
    paint: pc.createColors(wantsColor(args, environment, environment.stdout)),
    width: environment.stdout.columns,
  };
  const field = fieldNamed(name);
  const own = ENGINE_PAGES.find(({ id }) => id === name);
  const known = name.startsWith("policy/") ? await withPolicies(args, environment, rules) : rules;
  if (field !== undefined) environment.stdout.write(explainField(...field, rules, style));
  else if (own !== undefined) environment.stdout.write(explainEngine(own, style));
  else environment.stdout.write(explain(ruleNamed(name, known, await namesBesides()), style));
  return EXIT.ok;
}

/** The rules, and the policies of the project, with their files as seen from here. */
async function withPolicies(args: Arguments, environment: Environment, rules: readonly AnyRule[]): Promise<AnyRule[]> {
  const { runSettings } = await import("./run-settings.ts");
  const { shownFrom } = await import("./config.ts");
  const all = (await runSettings({ ...args, positionals: [] }, environment, rules)).rules;
  return all.map(rule =>
    rule.own === undefined ? rule : { ...rule, own: { ...rule.own, file: shownFrom(environment.cwd, rule.own.file) } },
  );
}

/** What `explain` knows besides rules. */
async function namesBesides(): Promise<string[]> {
  const { FIELDS } = await import("./fields.ts");
  return [...Object.keys(FIELDS), ...ENGINE_PAGES.map(({ id }) => id)];
}

/** The rule of that id, or of that former id. Throws UsageError with the nearest name; `others` are names that would have been good, too. */
export function ruleNamed(id: string, rules: readonly AnyRule[], others: readonly string[] = []): AnyRule {
  const rule = rules.find(candidate => candidate.id === id || candidate.formerly?.includes(id) === true);
  if (rule !== undefined) return rule;
  const near = nearestTo(id, [...rules.map(candidate => candidate.id), ...others]);
  throw new UsageError(
    `no rule${others.length === 0 ? "" : " or field"} is called "${id}"${near === undefined ? "; kprobe-lint rules lists them" : `; did you mean "${near}"?`}`,
  );
}

export async function rulesCommand(
  args: Arguments,
  environment: Environment,
  rules: readonly AnyRule[],
): Promise<number> {
  const { catalogue, ruleTable } = await import("./catalog.ts");
  const { presetsOf } = await import("./explain.ts");
  const { exportsOf } = await import("./policy/export/index.ts");
  const exported = exportsOf(rules);
  const describe = (rule: AnyRule) => ({
    ...described(rule, presetsOf(rule).split(", ")),
    ...(rule.own === undefined ? { export: exported.get(rule.id) } : { policy: rule.own }),
  });
  const format = listOf(args.values, "format")[0] ?? "table";
  // The page of all rules is the same everywhere.
  const all = format === "markdown" ? rules : await withPolicies(args, environment, rules);
  const printers: Record<string, () => string> = {
    table: () => ruleTable(all),
    markdown: () => catalogue(rules),
    json: () => `${JSON.stringify(all.map(describe), null, 2)}\n`,
  };
  const print = printers[format];
  if (print === undefined) throw new UsageError(`rules has no format "${format}"; it has table, json and markdown`);
  environment.stdout.write(print());
  return EXIT.ok;
}

function described(rule: AnyRule, presets: readonly string[]): object {
  const { id, summary, why, severity, severities, since, references, options, target, fix } = rule;
  return {
    id,
    summary,
    why,
    severity,
    severities,
    presets,
    fix,
    since,
    references,
    options,
    target,
  };
}
