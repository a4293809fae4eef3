// The configuration in force, as a configuration: what `--print-config` shows.

import { jsonText } from "./reporters/visible.ts";
import type { AnyRule } from "./rule.ts";
import type { RunSettings } from "./run-settings.ts";
import { defaultOptions, isActive, type RuleSetting, type Settings } from "./settings.ts";

export function printedConfig(
  { settings, failOn, include, exclude, policies }: Omit<RunSettings, "rules">,
  rules: readonly AnyRule[],
): string {
  const { overrides, critical, customWorkloads } = settings;
  const config = {
    extends: settings.preset,
    kubernetesVersion: `1.${settings.minor}`,
    ...(include === undefined ? {} : { include }),
    ...(exclude.length === 0 ? {} : { exclude }),
    namespace: settings.namespace,
    failOn,
    rules: Object.fromEntries(rules.map(rule => [rule.id, printedRule(rule, settings)])),
    ...(overrides.length === 0
      ? {}
      : { overrides: overrides.map(override => ({ ...override, rules: printedSettings(override.rules) })) }),
    ...(critical === undefined ? {} : { critical }),
    ...(Object.keys(customWorkloads).length === 0 ? {} : { customWorkloads: printedWorkloads(customWorkloads) }),
    ...(policies === undefined ? {} : { policies: policies.written }),
    ignore: { requireReason: settings.requireReason, reportUnused: settings.reportUnused },
  };
  return jsonText(config);
}

function printedRule(rule: AnyRule, settings: Settings): unknown {
  if (!isActive(rule, settings)) return "off";
  const { severity, options } = settings.rules[rule.id] ?? {};
  return printed({
    severity: severity === undefined || severity === "off" ? rule.severity : severity,
    options: { ...defaultOptions(rule), ...options },
  });
}

function printedSettings(rules: Readonly<Record<string, RuleSetting>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(rules).map(([id, setting]) => [id, printed(setting)]));
}

/** The short form where there are no options. */
function printed({ severity, options = {} }: RuleSetting): unknown {
  if (severity !== undefined && Object.keys(options).length === 0) return severity;
  return { ...(severity === undefined ? {} : { severity }), ...options };
}

function printedWorkloads(shapes: Settings["customWorkloads"]): object[] {
  return Object.entries(shapes).map(([groupKind, { template, replicas, selector }]) => {
    const slash = groupKind.indexOf("/");
    const group = groupKind.slice(0, slash);
    return {
      // Versions of a kind are alike.
      apiVersion: group === "" ? "v1" : `${group}/v1`,
      kind: groupKind.slice(slash + 1),
      podTemplate: template.join("."),
      ...(replicas === undefined ? {} : { replicas: replicas.join(".") }),
      ...(selector === undefined ? {} : { selector: selector.join(".") }),
    };
  });
}
