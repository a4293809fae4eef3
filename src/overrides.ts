// The `overrides` of the configuration: other severities and options for some objects.

import type { Diagnostic } from "./diagnostic.ts";
import { nameMatcher, pathMatcher } from "./glob.ts";
import type { Resource } from "./kubernetes/resource.ts";
import type { Owners } from "./owner.ts";
import type { AnyRule, OptionValue } from "./rule.ts";
import { isActive, isActiveSomewhere, type Override, type RuleSetting, type Settings } from "./settings.ts";

type Fits = (file: string, resource: Resource | undefined) => boolean;

export class Overrides {
  private readonly compiled: readonly { readonly fits: Fits; readonly rules: Override["rules"] }[];
  private readonly settings: Settings;

  /** Rules that are off but for some objects. */
  private readonly onlyHere: ReadonlySet<string>;

  constructor(settings: Settings, rules: readonly AnyRule[]) {
    this.settings = settings;
    const somewhere = rules.filter(rule => !isActive(rule, settings) && isActiveSomewhere(rule.id, settings));
    this.onlyHere = new Set(somewhere.map(({ id }) => id));
    this.compiled = settings.overrides.map(override => ({ fits: fitsOf(override, settings), rules: override.rules }));
  }

  /** What the overrides say of a rule on an object, the later ones winning; undefined where they say nothing. */
  settingFor(ruleId: string, file: string, resource: Resource | undefined): RuleSetting | undefined {
    if (this.settings.flagged.includes(ruleId)) return undefined;
    let setting: RuleSetting | undefined;
    for (const { fits, rules } of this.compiled) {
      const given = rules[ruleId];
      if (given === undefined || !fits(file, resource)) continue;
      setting = { ...setting, ...given, options: { ...setting?.options, ...given.options } };
    }
    return setting;
  }

  /** For a rule with options that differ by object: the options for one; undefined where they are the same for all. */
  optionsFor(
    ruleId: string,
    general: Readonly<Record<string, OptionValue>>,
  ): ((resource: Resource | undefined) => Readonly<Record<string, OptionValue>>) | undefined {
    if (!this.compiled.some(({ rules }) => rules[ruleId]?.options !== undefined)) return undefined;
    return resource => ({ ...general, ...this.settingFor(ruleId, resource?.file ?? "", resource)?.options });
  }

  /**
   * Severities as the overrides have them. What one of them switches off is marked as suppressed; what none of them switches on,
   * of a rule that is off otherwise, falls away.
   */
  apply(diagnostics: readonly Diagnostic[], owners: Owners): Diagnostic[] {
    if (this.compiled.length === 0) return [...diagnostics];
    return diagnostics.flatMap(diagnostic => {
      const { ruleId, file } = diagnostic;
      const severity = this.settingFor(ruleId, file, owners.of(diagnostic))?.severity;
      if (severity === "off") return [{ ...diagnostic, suppressed: { by: "config" as const } }];
      if (severity !== undefined) return [{ ...diagnostic, severity }];
      return this.onlyHere.has(ruleId) ? [] : [diagnostic];
    });
  }
}

function fitsOf({ files, namespaces, kinds, names, labels }: Override, settings: Settings): Fits {
  const file = files === undefined ? undefined : pathMatcher(files);
  const namespace = namespaces === undefined ? undefined : nameMatcher(namespaces);
  const kind = kinds === undefined ? undefined : nameMatcher(kinds);
  const name = names === undefined ? undefined : nameMatcher(names);
  const wanted = Object.entries(labels ?? {});
  const needsResource = [namespace, kind, name].some(condition => condition !== undefined) || wanted.length > 0;
  return (path, resource) => {
    if (file?.(path) === false) return false;
    if (!needsResource) return true;
    if (resource === undefined) return false;
    if (namespace?.(resource.namespace ?? settings.namespace) === false) return false;
    if (kind?.(resource.kind) === false || name?.(resource.name ?? "") === false) return false;
    return wanted.every(([key, value]) => resource.labels.get(key) === value);
  };
}
