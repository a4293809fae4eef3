import type { Diagnostic } from "./diagnostic.ts";
import type { Resource } from "./kubernetes/resource.ts";
import type { Owners } from "./owner.ts";
import type { AnyRule, OptionValue } from "./rule.ts";
import { type RuleSetting, type Settings } from "./settings.ts";
export declare class Overrides {
    private readonly compiled;
    private readonly settings;
    /** Rules that are off but for some objects. */
    private readonly onlyHere;
    constructor(settings: Settings, rules: readonly AnyRule[]);
    /** What the overrides say of a rule on an object, the later ones winning; undefined where they say nothing. */
    settingFor(ruleId: string, file: string, resource: Resource | undefined): RuleSetting | undefined;
    /** For a rule with options that differ by object: the options for one; undefined where they are the same for all. */
    optionsFor(ruleId: string, general: Readonly<Record<string, OptionValue>>): ((resource: Resource | undefined) => Readonly<Record<string, OptionValue>>) | undefined;
    /**
     * Severities as the overrides have them. What one of them switches off is marked as suppressed; what none of them switches on,
     * of a rule that is off otherwise, falls away.
     */
    apply(diagnostics: readonly Diagnostic[], owners: Owners): Diagnostic[];
}
