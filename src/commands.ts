// The commands that print what the rules say of themselves.

import pc from "picocolors";
import { catalogue, explain, explainEngine, presetsOf, ruleTable } from "./catalog.ts";
import { wantsColor } from "./color.ts";
import { ENGINE_PAGES } from "./engine-pages.ts";
import { type Environment, EXIT } from "./main.ts";
import { nearestTo } from "./nearest.ts";
import { type Arguments, listOf, UsageError } from "./options.ts";
import type { AnyRule } from "./rule.ts";

export function explainCommand(args: Arguments, environment: Environment, rules: readonly AnyRule[]): number {
  const id = args.positionals[0];
  if (id === undefined) throw new UsageError("explain needs the name of a rule; kprobe-lint rules lists them");
  const paint = pc.createColors(wantsColor(args, environment, environment.stdout));
  const own = ENGINE_PAGES.find(page => page.id === id);
  environment.stdout.write(own === undefined ? explain(ruleNamed(id, rules), paint) : explainEngine(own, paint));
  return EXIT.ok;
}

/** The rule of that id, or of that former id. Throws UsageError with the nearest name. */
export function ruleNamed(id: string, rules: readonly AnyRule[]): AnyRule {
  const rule = rules.find(candidate => candidate.id === id || candidate.formerly?.includes(id) === true);
  if (rule !== undefined) return rule;
  const near = nearestTo(
    id,
    rules.map(candidate => candidate.id),
  );
  throw new UsageError(
    `no rule is called "${id}"${near === undefined ? "; kprobe-lint rules lists them" : `; did you mean "${near}"?`}`,
  );
}

export function rulesCommand(args: Arguments, environment: Environment, rules: readonly AnyRule[]): number {
  const format = listOf(args.values, "format")[0] ?? "table";
  const printers: Record<string, () => string> = {
    table: () => ruleTable(rules),
    markdown: () => catalogue(rules),
    json: () => `${JSON.stringify(rules.map(describe), null, 2)}\n`,
  };
  const print = printers[format];
  if (print === undefined) throw new UsageError(`rules has no format "${format}"; it has table, json and markdown`);
  environment.stdout.write(print());
  return EXIT.ok;
}

function describe(rule: AnyRule): object {
  const { id, summary, why, severity, severities, since, references, options, target } = rule;
  return {
    id,
    summary,
    why,
    severity,
    severities,
    presets: presetsOf(rule).split(", "),
    since,
    references,
    options,
    target,
  };
}
