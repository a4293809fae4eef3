// Configuration and flags -> what a run is to do. Flags win.

import { ruleNamed } from "./commands.ts";
import { type ConfigRequest, configError, loadConfig } from "./config.ts";
import { type Config, EMPTY_CONFIG } from "./config-read.ts";
import { startOf } from "./discover.ts";
import { nameMatcher } from "./glob.ts";
import { DEFAULT_CRITICALITY } from "./kubernetes/criticality.ts";
import type { Environment } from "./main.ts";
import { nearestTo } from "./nearest.ts";
import { type Arguments, listOf, numberOf, textOf, UsageError } from "./options.ts";
import type { OwnPolicies } from "./policy/own.ts";
import type { AnyRule } from "./rule.ts";
import {
  DEFAULT_SETTINGS,
  type FailOn,
  minorFrom,
  NEWEST_MINOR,
  OLDEST_MINOR,
  PRESETS,
  type PresetName,
  type RuleSetting,
  type Settings,
} from "./settings.ts";
import { DEFAULT_LIMITS, type Limits } from "./yaml/limits.ts";

export interface RunSettings {
  readonly settings: Settings;
  readonly failOn: FailOn;
  readonly exclude: readonly string[];
  readonly include?: readonly string[];
  /** Absolute path of the configuration in force. */
  readonly configPath?: string;
  /** The directory of a configuration that was found: the project root. */
  readonly configRoot?: string;
  /** The rules, and the policies of the project as rules. */
  readonly rules: readonly AnyRule[];
  readonly policies?: OwnPolicies;
}

/** Throws UsageError, with place and nearest name, for what is wrong in the configuration or the flags. */
export async function runSettings(
  args: Arguments,
  environment: Environment,
  rules: readonly AnyRule[],
  edited?: ConfigRequest["textOf"],
): Promise<RunSettings> {
  const { values } = args;
  const file = configFile(args, environment);
  const start = startOf(environment.cwd, args.positionals, textOf(values, "stdin-filename"));
  const found =
    values["no-config"] === true
      ? undefined
      : await loadConfig({
          ...{ cwd: environment.cwd, start, rules },
          ...(file === undefined ? {} : { file }),
          ...(edited === undefined ? {} : { textOf: edited }),
        });
  const config = found?.config ?? EMPTY_CONFIG;
  const policies = await policiesOf(args, environment, config);
  const all = policies === undefined ? rules : [...rules, ...policies.rules];
  checkPolicyNames(config, all, environment);
  return {
    rules: all,
    ...(policies === undefined ? {} : { policies }),
    settings: settingsOf(args, config, all, policies),
    failOn: failOnOf(textOf(values, "fail-on")) ?? config.failOn ?? "error",
    exclude: [...(config.exclude ?? []), ...listOf(values, "exclude")],
    ...(config.include === undefined ? {} : { include: config.include }),
    ...(found === undefined ? {} : { configPath: found.path }),
    ...(found?.root === undefined ? {} : { configRoot: found.root }),
  };
}

/** Undefined where there are none: then nothing of them is loaded. */
async function policiesOf(
  args: Arguments,
  environment: Environment,
  { policies = [], minor }: Config,
): Promise<OwnPolicies | undefined> {
  const { values } = args;
  if (policies.length === 0 && listOf(values, "policies").length === 0) return undefined;
  const { sourcesOf } = await import("./more-sources.ts");
  const given = (await sourcesOf("policies", args, environment)) ?? [];
  const { ownPolicies } = await import("./policy/own.ts");
  const wanted = minorOf(textOf(values, "kubernetes-version")) ?? minor ?? NEWEST_MINOR;
  return ownPolicies({ written: policies, given, minor: wanted });
}

/** A name that is near to a policy is a slip. Another one may be that of a policy which is not there in this run. */
function checkPolicyNames({ policyNames = [] }: Config, rules: readonly AnyRule[], { cwd }: Environment): void {
  const ids = rules.flatMap(({ id, own }) => (own === undefined ? [] : [id]));
  for (const { value, at, file = "", text = "" } of policyNames) {
    const name = String(value);
    const near = name.includes("*") || ids.includes(name) ? undefined : nearestTo(name, ids);
    const sentence = `no policy is called "${name}"; did you mean "${near}"?`;
    if (near !== undefined) throw configError(cwd, file, text, [{ at, sentence }]);
  }
}

/** The ids that a name stands for: `policy` and `policy/net-*` are several policies. Those without a name of their own are `policy`, too. */
function idsOf(name: string, rules: readonly AnyRule[], hasUnnamed = false): string[] {
  const isPattern = name === "policy" || (name.startsWith("policy/") && name.includes("*"));
  if (!isPattern) return [ruleNamed(name, rules).id];
  const found = policyIds(name, rules);
  if (found.length === 0 && name === "policy" && hasUnnamed) return [name];
  if (found.length === 0) throw new UsageError(`there is no policy "${name}"; kprobe-lint rules lists them`);
  return found;
}

function policyIds(pattern: string, rules: readonly AnyRule[]): string[] {
  const isMeant = nameMatcher([pattern === "policy" ? "*" : pattern]);
  return rules.flatMap(({ id, own }) => (own !== undefined && isMeant(id) ? [id] : []));
}

/** What is said of all policies, or of some of them, for each one; what is said of one alone wins. */
function spread(given: Config["rules"], rules: readonly AnyRule[]): Config["rules"] {
  const isPattern = (name: string) => name === "policy" || name.includes("*");
  const patterns = Object.keys(given)
    .filter(isPattern)
    .sort((a, b) => a.length - b.length);
  if (patterns.length === 0) return given;
  const several = patterns.flatMap(name => policyIds(name, rules).map(id => [id, given[name] ?? {}] as const));
  const single = Object.entries(given).filter(([name]) => !isPattern(name));
  return Object.fromEntries([...several, ...single]);
}

function configFile(args: Arguments, { env }: Environment): string | undefined {
  const named = textOf(args.values, "config");
  if (args.values["no-config"] === true && named !== undefined)
    throw new UsageError("--config and --no-config exclude each other");
  return named ?? (env.KPROBE_LINT_CONFIG === "" ? undefined : env.KPROBE_LINT_CONFIG);
}

function settingsOf(args: Arguments, config: Config, rules: readonly AnyRule[], own?: OwnPolicies): Settings {
  const { values } = args;
  const ids = (name: string) => listOf(values, name).flatMap(id => idsOf(id, rules, own?.hasUnnamed));
  const flagged = ruleSettings(listOf(values, "rule"), rules);
  return {
    ...DEFAULT_SETTINGS,
    limits: limitsOf(args),
    minor: minorOf(textOf(values, "kubernetes-version")) ?? config.minor ?? NEWEST_MINOR,
    preset: presetOf(textOf(values, "preset")) ?? config.preset ?? "recommended",
    select: ids("select"),
    ignore: ids("ignore"),
    rules: withFlags(spread(config.rules, rules), flagged),
    overrides: config.overrides.map(override => ({ ...override, rules: spread(override.rules, rules) })),
    flagged: Object.keys(flagged),
    namespace: textOf(values, "namespace") ?? config.namespace ?? "default",
    complete: values.complete === true,
    ...(config.critical === undefined ? {} : { critical: { ...DEFAULT_CRITICALITY, ...config.critical } }),
    customWorkloads: config.customWorkloads,
    inlineIgnore: values["no-inline-ignore"] !== true,
    requireReason: config.requireReason ?? false,
    reportUnused: config.reportUnused ?? true,
    includeSuppressed: values["include-suppressed"] === true,
  };
}

function limitsOf(args: Arguments): Limits {
  return {
    size: numberOf(args, "max-file-size") ?? DEFAULT_LIMITS.size,
    documents: numberOf(args, "max-documents") ?? DEFAULT_LIMITS.documents,
    depth: numberOf(args, "max-depth") ?? DEFAULT_LIMITS.depth,
    nodes: numberOf(args, "max-nodes") ?? DEFAULT_LIMITS.nodes,
    aliasNodes: numberOf(args, "max-alias-nodes") ?? DEFAULT_LIMITS.aliasNodes,
    findings: numberOf(args, "max-findings") ?? DEFAULT_LIMITS.findings,
    time: numberOf(args, "max-file-time") ?? DEFAULT_LIMITS.time,
  };
}

function withFlags(
  config: Config["rules"],
  flagged: Readonly<Record<string, RuleSetting>>,
): Record<string, RuleSetting> {
  const merged = Object.entries(flagged).map(([id, setting]) => [id, { ...config[id], ...setting }] as const);
  return { ...config, ...Object.fromEntries(merged) };
}

function minorOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const minor = minorFrom(text);
  if (minor !== undefined) return minor;
  throw new UsageError(`--kubernetes-version is 1.${OLDEST_MINOR} to 1.${NEWEST_MINOR}, not "${text}"`);
}

function presetOf(text: string | undefined): PresetName | undefined {
  const preset = PRESETS.find(name => name === text);
  if (preset !== undefined || text === undefined) return preset;
  const near = nearestTo(text, PRESETS);
  throw new UsageError(
    `no preset is called "${text}"; ${near === undefined ? "there are recommended, strict and all" : `did you mean "${near}"?`}`,
  );
}

function ruleSettings(pairs: readonly string[], rules: readonly AnyRule[]): Record<string, RuleSetting> {
  return Object.fromEntries(
    pairs.flatMap(pair => {
      const [id = "", severity = ""] = pair.split("=");
      const known = ["error", "warning", "info", "off"] as const;
      const given = known.find(word => word === severity);
      if (given === undefined) throw new UsageError(`--rule is ID=off, info, warning or error, not "${pair}"`);
      return idsOf(id, rules).map(name => [name, { severity: given }] as const);
    }),
  );
}

export function failOnOf(text: string | undefined): FailOn | undefined {
  if (text === undefined) return undefined;
  const known = ["error", "warning", "info", "never"] as const;
  const given = known.find(word => word === text);
  if (given === undefined) throw new UsageError(`--fail-on is error, warning, info or never, not "${text}"`);
  return given;
}

/** Whether files are to be changed, or the change to be shown. Throws UsageError for flags that do not go together. */
export function wantsChanges({ values, positionals }: Arguments): boolean {
  const wantsFix = values.fix === true || values.diff === true;
  const reason = textOf(values, "add-ignore");
  if (values["unsafe-fixes"] === true && !wantsFix) throw new UsageError("--unsafe-fixes goes with --fix or --diff");
  if (reason !== undefined && wantsFix) throw new UsageError("--add-ignore does not go with --fix or --diff");
  if (reason !== undefined && reason.trim() === "") throw new UsageError("--add-ignore needs the reason");
  const writes = (values.fix === true && values.diff !== true) || reason !== undefined;
  if (writes && positionals.includes("-"))
    throw new UsageError("standard input cannot be changed; --diff prints what would be");
  return wantsFix || reason !== undefined;
}
