// The text of a configuration -> what it says, or every mistake in it with its place. Files are found and read in config.ts.

import { type Complaint, complaintsOf } from "./config-check.ts";
import type { Schema } from "./config-schema.ts";
import type { Path } from "./diagnostic.ts";
import { Field } from "./field.ts";
import { type CriticalityConfig, DEFAULT_CRITICALITY } from "./kubernetes/criticality.ts";
import type { WorkloadShape } from "./kubernetes/workload.ts";
import { nearestTo } from "./nearest.ts";
import type { AnyRule, OptionValue } from "./rule.ts";
import {
  type FailOn,
  minorFrom,
  NEWEST_MINOR,
  OLDEST_MINOR,
  type Override,
  PRESETS,
  type PresetName,
  type RuleSetting,
} from "./settings.ts";
import { readSource } from "./yaml/documents.ts";
import type { Node } from "./yaml/node.ts";

/** What configuration files say, put together. */
export interface Config {
  readonly preset?: PresetName;
  readonly minor?: number;
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  readonly namespace?: string;
  readonly failOn?: FailOn;
  readonly rules: Readonly<Record<string, RuleSetting>>;
  readonly overrides: readonly Override[];
  readonly critical?: Partial<CriticalityConfig>;
  readonly customWorkloads: Readonly<Record<string, WorkloadShape>>;
  readonly policies?: readonly WrittenPolicy[];
  /** Policies that `rules` and `overrides` speak of. */
  readonly policyNames?: readonly WrittenPolicy[];
  readonly requireReason?: boolean;
  readonly reportUnused?: boolean;
}

/** An entry of `policies`, and where it stands. */
export interface WrittenPolicy {
  /** A path, or a policy in short form, as the schema describes them; of a name, the name. */
  readonly value: unknown;
  /** In the document of the file. */
  readonly path: Path;
  readonly at: number;
  /** The file and its text; the directory tree that paths must not leave. They are known where files are read. */
  readonly file?: string;
  readonly text?: string;
  readonly boundary?: string;
}

/** One file: what it says itself, and what it builds on, in order. */
export interface ConfigFile {
  readonly config: Config;
  readonly bases: readonly Base[];
  readonly complaints: readonly Complaint[];
}

export interface Base {
  readonly text: string;
  readonly at: number;
}

export const EMPTY_CONFIG: Config = { rules: {}, overrides: [], customWorkloads: {} };

/** `key`: the configuration is the value of this key of the file (package.json); undefined when the file has no such key. */
export async function readConfig(
  text: string,
  { schema, rules, key }: { schema: Schema; rules: readonly AnyRule[]; key?: string },
): Promise<ConfigFile | undefined> {
  const documents = await readSource(text);
  const document = documents.find(({ root }) => root !== undefined) ?? documents[0];
  const broken = documents.flatMap(({ problems }) => problems).filter(({ severity }) => severity === "error");
  const root = key === undefined ? document?.root : new Field(document?.root).get(key).node;
  if (key !== undefined && root === undefined) return undefined;
  const complaints = broken.map(({ start, message }): Complaint => ({ at: start, sentence: message }));
  if (documents.filter(({ root }) => root !== undefined).length > 1)
    complaints.push({ at: documents.at(-1)?.start ?? 0, sentence: "the configuration is one document, not several" });
  if (complaints.length > 0 || root === undefined) return { config: EMPTY_CONFIG, bases: [], complaints };
  return understand(root, text, { schema, rules });
}

function understand(
  root: Node,
  text: string,
  { schema, rules }: { schema: Schema; rules: readonly AnyRule[] },
): ConfigFile {
  // A file with nothing but comments, or a null under the key, says nothing.
  if (root.kind === "scalar" && root.value === null) return { config: EMPTY_CONFIG, bases: [], complaints: [] };
  if (root.kind !== "map")
    return {
      config: EMPTY_CONFIG,
      bases: [],
      complaints: [{ at: root.start, sentence: `the configuration is a map, not a ${root.kind}` }],
    };
  const complaints = complaintsOf(schema, root);
  if (complaints.length > 0) return { config: EMPTY_CONFIG, bases: [], complaints };
  const field = new Field(root);
  const bases = basesOf(field.get("extends"));
  const version = field.get("kubernetesVersion");
  const minor = minorOf(version, text);
  complaints.push(...bases.flatMap(presetComplaint));
  if (version.exists && minor === undefined) complaints.push(versionComplaint(version, text));
  complaints.push(...twiceComplaints(field.get("policies").items()));
  return { config: configFrom(field, minor, idsOf(rules)), bases, complaints };
}

function basesOf(field: Field): Base[] {
  const fields = field.isList ? field.items() : field.exists ? [field] : [];
  return fields.map(({ node, scalar }) => ({ text: String(scalar), at: node?.start ?? 0 }));
}

/** A word is a preset, anything with a suffix the path of a file. */
export function isPath({ text }: Base): boolean {
  return /\.(ya?ml|json)$/.test(text);
}

function presetComplaint(base: Base): Complaint[] {
  if (isPath(base) || PRESETS.some(name => name === base.text)) return [];
  const near = nearestTo(base.text, PRESETS);
  const hint =
    near === undefined
      ? `there are ${PRESETS.join(", ")}, and paths to .yaml, .yml and .json files`
      : `did you mean "${near}"?`;
  return [{ at: base.at, sentence: `no preset is called "${base.text}"; ${hint}` }];
}

/** 1.30 without quotes is the number 1.3; what the author wrote is in the text. */
function minorOf({ node, scalar }: Field, text: string): number | undefined {
  if (node === undefined) return undefined;
  return minorFrom(typeof scalar === "number" ? text.slice(node.start, node.end) : String(scalar));
}

function versionComplaint({ node }: Field, text: string): Complaint {
  const written = text.slice(node?.start, node?.end).replace(/^["']|["']$/g, "");
  return {
    at: node?.start ?? 0,
    sentence: `"kubernetesVersion" is 1.${OLDEST_MINOR} to 1.${NEWEST_MINOR}, not "${written}"`,
  };
}

/** Present and former ids -> present ids. */
function idsOf(rules: readonly AnyRule[]): ReadonlyMap<string, string> {
  return new Map(rules.flatMap(({ id, formerly }) => [id, ...(formerly ?? [])].map(name => [name, id] as const)));
}

function configFrom(field: Field, minor: number | undefined, ids: ReadonlyMap<string, string>): Config {
  const text = (key: string) => field.get(key).scalar as string | undefined;
  const flag = (key: string) => field.get("ignore", key).boolean;
  const critical = field.get("critical");
  return {
    rules: rulesFrom(field.get("rules"), ids),
    overrides: field
      .get("overrides")
      .items()
      .map(item => overrideFrom(item, ids)),
    customWorkloads: Object.fromEntries(field.get("customWorkloads").items().map(customWorkload)),
    ...given("policies", field.get("policies").exists ? policiesFrom(field.get("policies")) : undefined),
    ...given("policyNames", policyNames(field)),
    ...given("minor", minor),
    ...given("include", textsOf(field.get("include"))),
    ...given("exclude", textsOf(field.get("exclude"))),
    ...given("namespace", text("namespace")),
    ...given("failOn", text("failOn") as FailOn | undefined),
    ...given("critical", critical.exists ? criticalFrom(critical) : undefined),
    ...given("requireReason", flag("requireReason")),
    ...given("reportUnused", flag("reportUnused")),
  };
}

function given<K extends string, V>(key: K, value: V | undefined): { readonly [key in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [key in K]?: V });
}

function textsOf(field: Field): string[] | undefined {
  return field.isList ? field.items().map(({ scalar }) => String(scalar)) : undefined;
}

function rulesFrom(field: Field, ids: ReadonlyMap<string, string>): Record<string, RuleSetting> {
  return Object.fromEntries(
    field.entries().map(rule => [ids.get(String(rule.key)) ?? String(rule.key), ruleFrom(rule)]),
  );
}

function ruleFrom(field: Field): RuleSetting {
  if (!field.isMap) return { severity: severityOf(field) };
  const severity = field.get("severity");
  const options = field.entries().filter(({ key }) => key !== "severity");
  return {
    ...(severity.node === undefined ? {} : { severity: severityOf(severity) }),
    ...(options.length === 0
      ? {}
      : { options: Object.fromEntries(options.map(option => [option.key, option.toValue() as OptionValue])) }),
  };
}

function severityOf({ scalar }: Field): NonNullable<RuleSetting["severity"]> {
  return scalar === false ? "off" : (scalar as NonNullable<RuleSetting["severity"]>);
}

function overrideFrom(field: Field, ids: ReadonlyMap<string, string>): Override {
  const labels = field.get("labels");
  return {
    rules: rulesFrom(field.get("rules"), ids),
    ...given("files", textsOf(field.get("files"))),
    ...given("namespaces", textsOf(field.get("namespaces"))),
    ...given("kinds", textsOf(field.get("kinds"))),
    ...given("names", textsOf(field.get("names"))),
    ...given("labels", labels.isMap ? Object.fromEntries(labels.strings()) : undefined),
  };
}

function criticalFrom(field: Field): Partial<CriticalityConfig> {
  const supporting = field.get("supporting");
  const defaults = DEFAULT_CRITICALITY.supporting;
  const said = field.toValue() as Partial<CriticalityConfig>;
  if (!supporting.exists) return said;
  return {
    ...said,
    supporting: { ...defaults, ...(supporting.toValue() as Partial<CriticalityConfig["supporting"]>) },
  };
}

function policiesFrom(field: Field): WrittenPolicy[] {
  return field.items().map(item => ({ value: item.toValue(), path: item.path, at: item.node?.start ?? 0 }));
}

function policyNames(field: Field): WrittenPolicy[] | undefined {
  const overrides = field.get("overrides").items();
  const named = [field, ...overrides]
    .flatMap(one => one.get("rules").entries())
    .filter(({ key }) => String(key).startsWith("policy/"));
  if (named.length === 0) return undefined;
  return named.map(({ key, path, entry }) => ({ value: String(key), path, at: entry?.key.start ?? 0 }));
}

function twiceComplaints(policies: readonly Field[]): Complaint[] {
  const ids = policies.map(policy => policy.get("id"));
  const twice = ids.filter((id, index) => id.exists && ids.findIndex(other => other.scalar === id.scalar) < index);
  return twice.map(({ scalar, node }) => ({ at: node?.start ?? 0, sentence: `two policies are called "${scalar}"` }));
}

/** Of policies with the same id the last one counts. */
function joinedPolicies(base: readonly WrittenPolicy[], own: readonly WrittenPolicy[]): WrittenPolicy[] {
  const idOf = ({ value }: WrittenPolicy) => (value as { readonly id?: string }).id;
  const ids = new Set(own.map(idOf));
  return [...base.filter(policy => idOf(policy) === undefined || !ids.has(idOf(policy))), ...own];
}

/** `{apiVersion, kind, podTemplate: spec.template}` by group and kind, since versions of a kind are alike to the rules. */
function customWorkload(field: Field): [string, WorkloadShape] {
  const text = (key: string) => String(field.get(key).scalar ?? "");
  const steps = (key: string) =>
    text(key)
      .split(".")
      .filter(step => step !== "");
  const apiVersion = text("apiVersion");
  const group = apiVersion.includes("/") ? apiVersion.slice(0, apiVersion.indexOf("/")) : "";
  return [
    `${group}/${text("kind")}`,
    {
      template: steps("podTemplate"),
      ...(field.get("replicas").exists ? { replicas: steps("replicas") } : {}),
      ...(field.get("selector").exists ? { selector: steps("selector") } : {}),
    },
  ];
}

/** Of two configurations the second wins: rule by rule, otherwise key by key; overrides, kinds of workloads and policies add up. */
export function joined(base: Config, own: Config): Config {
  const rules: Record<string, RuleSetting> = { ...base.rules };
  for (const [id, setting] of Object.entries(own.rules)) {
    const options = { ...rules[id]?.options, ...setting.options };
    rules[id] = { ...rules[id], ...setting, ...(Object.keys(options).length === 0 ? {} : { options }) };
  }
  return {
    ...base,
    ...own,
    rules,
    overrides: [...base.overrides, ...own.overrides],
    customWorkloads: { ...base.customWorkloads, ...own.customWorkloads },
    ...given("policies", own.policies && joinedPolicies(base.policies ?? [], own.policies)),
    ...given("policyNames", own.policyNames && [...(base.policyNames ?? []), ...own.policyNames]),
    ...(base.critical === undefined && own.critical === undefined
      ? {}
      : { critical: { ...base.critical, ...own.critical } }),
  };
}
