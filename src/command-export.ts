// `kprobe-lint export vap`: rules as ValidatingAdmissionPolicies with bindings, on standard output.

import { type Environment, EXIT } from "./main.ts";
import { type Arguments, listOf, textOf, UsageError } from "./options.ts";
import { exportedRule, exportsOf } from "./policy/export/index.ts";
import { type Action, policyText } from "./policy/export/write.ts";
import type { AnyRule } from "./rule.ts";
import { runSettings } from "./run-settings.ts";
import { defaultOptions, isActive } from "./settings.ts";

export async function exportCommand(
  args: Arguments,
  environment: Environment,
  rules: readonly AnyRule[],
): Promise<number> {
  const [word] = args.positionals;
  if (word !== "vap")
    throw new UsageError(`export has one format, "export vap"${word === undefined ? "" : `, not "${word}"`}`);
  const action = actionOf(textOf(args.values, "action"));
  const select = [...listOf(args.values, "select"), ...listOf(args.values, "rules")];
  const run = await runSettings({ ...args, positionals: [], values: { ...args.values, select } }, environment, rules);
  const { settings } = run;
  const states = exportsOf(rules);
  for (const id of settings.select) {
    const state = states.get(id);
    if (state === undefined) throw new UsageError(`"${id}" is a policy of your own, not a rule to export`);
    if (state !== "yes") throw new UsageError(`rule "${id}" cannot be exported: it ${state.not}`);
  }
  const texts = rules.flatMap(rule => {
    const options = { ...defaultOptions(rule), ...settings.rules[rule.id]?.options };
    const exported = isActive(rule, settings) ? exportedRule(rule.id, options, settings.minor) : undefined;
    return exported === undefined ? [] : [policyText(rule, exported, action)];
  });
  environment.stdout.write(texts.join("---\n"));
  return EXIT.ok;
}

const ACTIONS: readonly Action[] = ["Warn", "Deny", "Audit"];

function actionOf(text: string | undefined): Action {
  if (text === undefined) return "Warn";
  const found = ACTIONS.find(action => action.toLowerCase() === text.toLowerCase());
  if (found !== undefined) return found;
  throw new UsageError(`--action is Warn, Deny or Audit, not "${text}"`);
}
