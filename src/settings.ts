// What a run is to do, resolved from configuration and flags: pure data, the same for the command line, the editor and the API.

import type { Severity } from "./diagnostic.ts";
import type { ActiveRule } from "./engine.ts";
import type { CriticalityConfig } from "./kubernetes/criticality.ts";
import type { WorkloadShape } from "./kubernetes/workload.ts";
import type { AnyRule, OptionValue, Preset } from "./rule.ts";

/** The newest Kubernetes whose API this version knows; the default of `--kubernetes-version`. */
export const NEWEST_MINOR = 36;
export const OLDEST_MINOR = 24;

export type PresetName = Preset | "all";

export interface RuleSetting {
  readonly severity?: Severity | "off";
  readonly options?: Readonly<Record<string, OptionValue>>;
}

export interface Override {
  readonly files?: readonly string[];
  readonly namespaces?: readonly string[];
  readonly kinds?: readonly string[];
  readonly names?: readonly string[];
  readonly labels?: Readonly<Record<string, string>>;
  readonly rules: Readonly<Record<string, RuleSetting>>;
}

export interface Settings {
  readonly minor: number;
  readonly preset: PresetName;
  /** Only these rules, whatever the preset. */
  readonly select: readonly string[];
  readonly ignore: readonly string[];
  readonly rules: Readonly<Record<string, RuleSetting>>;
  readonly overrides: readonly Override[];
  readonly namespace: string;
  readonly complete: boolean;
  readonly critical?: CriticalityConfig;
  readonly customWorkloads: Readonly<Record<string, WorkloadShape>>;
  readonly inlineIgnore: boolean;
  readonly requireReason: boolean;
  readonly reportUnused: boolean;
  readonly includeSuppressed: boolean;
}

export const DEFAULT_SETTINGS: Settings = {
  minor: NEWEST_MINOR,
  preset: "recommended",
  select: [],
  ignore: [],
  rules: {},
  overrides: [],
  namespace: "default",
  complete: false,
  customWorkloads: {},
  inlineIgnore: true,
  requireReason: false,
  reportUnused: true,
  includeSuppressed: false,
};

export function defaultOptions(rule: AnyRule): Record<string, OptionValue> {
  return Object.fromEntries(Object.entries(rule.options ?? {}).map(([name, option]) => [name, option.default]));
}

/** Whether a rule takes part: named by `--select`, else in the preset, unless switched off; a severity given by hand switches it on. */
export function isActive(rule: AnyRule, settings: Settings): boolean {
  const given = settings.rules[rule.id]?.severity;
  if (settings.ignore.includes(rule.id) || given === "off") return false;
  if (settings.select.length > 0) return settings.select.includes(rule.id);
  return given !== undefined || inPreset(rule, settings.preset);
}

function inPreset(rule: AnyRule, preset: PresetName): boolean {
  if (preset === "all") return true;
  return preset === "strict" ? rule.presets.length > 0 : rule.presets.includes("recommended");
}

export function activeRules(rules: readonly AnyRule[], settings: Settings): ActiveRule[] {
  return rules
    .filter(rule => isActive(rule, settings))
    .map(rule => ({ rule, options: { ...defaultOptions(rule), ...settings.rules[rule.id]?.options } }));
}

/** Findings marked `strict` are for those who asked for more than the recommended preset, or for this very rule. */
export function wantsStrict(rule: AnyRule, settings: Settings): boolean {
  return (
    settings.preset !== "recommended" ||
    settings.select.includes(rule.id) ||
    settings.rules[rule.id]?.severity !== undefined
  );
}

/** Whether diagnostics of a rule that the reader or the validator reports are wanted. */
export function isActiveId(ruleId: string, settings: Settings): boolean {
  if (settings.ignore.includes(ruleId) || settings.rules[ruleId]?.severity === "off") return false;
  return settings.select.length === 0 || settings.select.includes(ruleId);
}
