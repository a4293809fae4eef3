// Lints texts in memory: what most tests need.

import { rules } from "../../rules/index.ts";
import type { Diagnostic } from "../../src/diagnostic.ts";
import { type LintResult, lint } from "../../src/lint.ts";
import type { AnyRule } from "../../src/rule.ts";
import { DEFAULT_SETTINGS, type Settings } from "../../src/settings.ts";

export interface Options {
  readonly settings?: Partial<Settings>;
  readonly rules?: readonly AnyRule[];
  /** The texts are not the whole project: rules about absence stay quiet. */
  readonly noContext?: boolean;
}

/** Lints files given as path -> text. */
export async function lintFiles(files: Readonly<Record<string, string>>, options: Options = {}): Promise<LintResult> {
  const isKustomization = (path: string) => /(^|\/)(kustomization\.ya?ml|Kustomization)$/.test(path);
  const all = Object.entries(files).map(([path, text]) => ({ path, text }));
  return lint({
    sources: all.filter(({ path }) => !isKustomization(path)),
    kustomizations: all.filter(({ path }) => isKustomization(path)),
    ...(options.noContext ? {} : { context: [] }),
    settings: { ...DEFAULT_SETTINGS, ...options.settings },
    rules: options.rules ?? rules,
  });
}

/** Lints one text with one rule alone, in all its strictness. */
export async function lintWith(rule: AnyRule, text: string, settings: Partial<Settings> = {}): Promise<LintResult> {
  return lintFiles({ "manifest.yaml": text }, { rules: [rule], settings: { select: [rule.id], ...settings } });
}

export function messages(result: LintResult): string[] {
  return result.report.diagnostics.map(describe);
}

export function describe({ file, range, severity, ruleId, message }: Diagnostic): string {
  return `${file}:${range.start.line}:${range.start.column} ${severity} ${ruleId}: ${message}`;
}
