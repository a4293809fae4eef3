import type { Severity } from "./diagnostic.ts";
import type { ActiveRule } from "./engine.ts";
import type { CriticalityConfig } from "./kubernetes/criticality.ts";
import type { WorkloadShape } from "./kubernetes/workload.ts";
import type { Overrides } from "./overrides.ts";
import type { AnyRule, OptionValue, Preset } from "./rule.ts";
import { type Limits } from "./yaml/limits.ts";
/** The newest Kubernetes whose API this version knows; the default of `--kubernetes-version`. */
export declare const NEWEST_MINOR = 36;
export declare const OLDEST_MINOR = 24;
export type PresetName = Preset | "all";
export declare const PRESETS: readonly PresetName[];
/** From which severity on a run has failed. */
export type FailOn = Severity | "never";
/** 34 of `1.34`, `v1.34` and `1.34.2`; undefined for what is no version or none this build knows. */
export declare function minorFrom(text: string): number | undefined;
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
export declare const DEFAULT_SETTINGS: Settings;
export declare function defaultOptions(rule: AnyRule): Record<string, OptionValue>;
/** Whether a rule takes part: named by `--select`, else in the preset, unless switched off; a severity given by hand switches it on. */
export declare function isActive(rule: AnyRule, settings: Settings): boolean;
/** Whether diagnostics of a rule that the reader or the validator reports are wanted: those belong to every preset. */
export declare function isActiveId(ruleId: string, settings: Settings): boolean;
/** Whether `--select` leaves an id out. */
export declare function isUnselected(ruleId: string, { select }: Settings): boolean;
/** Whether a rule is off in general, but switched on for some objects by an override. */
export declare function isActiveSomewhere(ruleId: string, settings: Settings): boolean;
/** The rules that run, with their options. */
export declare function activeRules(rules: readonly AnyRule[], settings: Settings, overrides?: Overrides): ActiveRule[];
/** Findings marked `strict` are for those who asked for more than the recommended preset, or for this very rule. */
export declare function wantsStrict(rule: AnyRule, settings: Settings): boolean;
/** The severity the configuration gives a rule, where it gives one. */
export declare function givenSeverity(ruleId: string, settings: Settings): Severity | undefined;
