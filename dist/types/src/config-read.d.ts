import { type Complaint } from "./config-check.ts";
import type { Schema } from "./config-schema.ts";
import type { Path } from "./diagnostic.ts";
import { type CriticalityConfig } from "./kubernetes/criticality.ts";
import type { WorkloadShape } from "./kubernetes/workload.ts";
import type { AnyRule } from "./rule.ts";
import { type FailOn, type Override, type PresetName, type RuleSetting } from "./settings.ts";
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
export declare const EMPTY_CONFIG: Config;
/** `key`: the configuration is the value of this key of the file (package.json); undefined when the file has no such key. */
export declare function readConfig(text: string, { schema, rules, key }: {
    schema: Schema;
    rules: readonly AnyRule[];
    key?: string;
}): Promise<ConfigFile | undefined>;
/** A word is a preset, anything with a suffix the path of a file. */
export declare function isPath({ text }: Base): boolean;
/** Of two configurations the second wins: rule by rule, otherwise key by key; overrides, kinds of workloads and policies add up. */
export declare function joined(base: Config, own: Config): Config;
