// What a run is to do, resolved from configuration and flags: pure data, the same for the command line, the editor and the API.

import type { Severity } from "./diagnostic.ts";
import type { ActiveRule } from "./engine.ts";
import type { CriticalityConfig } from "./kubernetes/criticality.ts";
import type { WorkloadShape } from "./kubernetes/workload.ts";
import type { Overrides } from "./overrides.ts";
import type { AnyRule, OptionValue, Preset } from "./rule.ts";
import { DEFAULT_LIMITS, type Limits } from "./yaml/limits.ts";

/** The newest Kubernetes whose API this version knows; the default of `--kubernetes-version`. */
export const NEWEST_MINOR = 36;
export const OLDEST_MINOR = 24;

export type PresetName = Preset | "all";
export const PRESETS: readonly PresetName[] = ["recommended", "strict", "all"];

/** From which severity on a run has failed. */
export type FailOn = Severity | "never";

/** 34 of `1.34`, `v1.34` and `1.34.2`; undefined for what is no version or none this build knows. */
export function minorFrom(text: string): number | undefined {
  const minor = Number(/^v?1\.(\d+)(\.\d+)?$/.exec(text)?.[1] ?? Number.NaN);
  return minor >= OLDEST_MINOR && minor <= NEWEST_MINOR ? minor : undefined;
}

export interface RuleSetting {
  readonly severity?: Severity | "off";
  readonly options?: Readonly<Record<string, OptionValue>>;
}

/** Other rules for the objects that every given condition fits. */
export interface Override {
  readonly files?: readonly string[];
  readonly namespaces?: readonly string[];
  readonly kinds?: readonly string[];
  readonly names?: readonly string[];
  readonly labels?: Readonly<Record<string, string>>;
  readonly rules: Readonly<Record<string, RuleSetting>>;
}

export interface Settings {
  /** What the reader takes on before it says no. */
  readonly limits: Limits;
  readonly minor: number;
  readonly preset: PresetName;
  /** Only these rules, whatever the preset, and what could not be looked at (`UNLOOKED`). */
  readonly select: readonly string[];
  readonly ignore: readonly string[];
  readonly rules: Readonly<Record<string, RuleSetting>>;
  readonly overrides: readonly Override[];
  /** Rules set on the command line, where no override has a say. */
  readonly flagged: readonly string[];
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
  limits: DEFAULT_LIMITS,
  minor: NEWEST_MINOR,
  preset: "recommended",
  select: [],
  ignore: [],
  rules: {},
  overrides: [],
  flagged: [],
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
  return isWanted(rule.id, settings, () => inPreset(rule, settings.preset));
}

/** Whether diagnostics of a rule that the reader or the validator reports are wanted: those belong to every preset. */
export function isActiveId(ruleId: string, settings: Settings): boolean {
  return isWanted(ruleId, settings, () => true);
}

/**
 * Of what these speak of nothing was looked at, by no rule: silence there would read as a pass. `--select` chooses among rules and does not
 * reach them, as ruff and ESLint report what does not parse whatever is selected. Who switches one off by its name has been heard.
 */
const UNLOOKED = new Set(["yaml-syntax", "input-limit", "internal-error"]);

/** Whether `--select` leaves an id out. */
export function isUnselected(ruleId: string, { select }: Settings): boolean {
  return select.length > 0 && !select.includes(ruleId);
}

function isWanted(ruleId: string, settings: Settings, isDefault: () => boolean): boolean {
  const { severity } = settings.rules[ruleId] ?? {};
  if (settings.ignore.includes(ruleId)) return false;
  if (isUnselected(ruleId, settings)) return UNLOOKED.has(ruleId) && severity !== "off";
  if (settings.select.length > 0) return !(severity === "off" && settings.flagged.includes(ruleId));
  return severity === undefined ? isDefault() : severity !== "off";
}

/** Whether a rule is off in general, but switched on for some objects by an override. */
export function isActiveSomewhere(ruleId: string, settings: Settings): boolean {
  if (settings.ignore.includes(ruleId) || settings.flagged.includes(ruleId)) return false;
  if (settings.select.length > 0 && !UNLOOKED.has(ruleId)) return false;
  return settings.overrides.some(
    ({ rules }) => rules[ruleId]?.severity !== undefined && rules[ruleId].severity !== "off",
  );
}

function inPreset(rule: AnyRule, preset: PresetName): boolean {
  if (preset === "all") return true;
  return preset === "strict" ? rule.presets.length > 0 : rule.presets.includes("recommended");
}

/** The rules that run, with their options. */
export function activeRules(rules: readonly AnyRule[], settings: Settings, overrides?: Overrides): ActiveRule[] {
  return rules
    .filter(rule => isActive(rule, settings) || isActiveSomewhere(rule.id, settings))
    .map(rule => {
      const options = { ...defaultOptions(rule), ...settings.rules[rule.id]?.options };
      const optionsFor = overrides?.optionsFor(rule.id, options);
      return { rule, options, ...(optionsFor === undefined ? {} : { optionsFor }) };
    });
}

/** Findings marked `strict` are for those who asked for more than the recommended preset, or for this very rule. */
export function wantsStrict(rule: AnyRule, settings: Settings): boolean {
  return (
    settings.preset !== "recommended" ||
    settings.select.includes(rule.id) ||
    settings.rules[rule.id]?.severity !== undefined
  );
}

/** The severity the configuration gives a rule, where it gives one. */
export function givenSeverity(ruleId: string, settings: Settings): Severity | undefined {
  const severity = settings.rules[ruleId]?.severity;
  return severity === "off" ? undefined : severity;
}
