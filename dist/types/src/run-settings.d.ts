import { type ConfigRequest } from "./config.ts";
import type { Environment } from "./main.ts";
import { type Arguments } from "./options.ts";
import type { OwnPolicies } from "./policy/own.ts";
import type { AnyRule } from "./rule.ts";
import { type FailOn, type Settings } from "./settings.ts";
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
export declare function runSettings(args: Arguments, environment: Environment, rules: readonly AnyRule[], edited?: ConfigRequest["textOf"]): Promise<RunSettings>;
export declare function failOnOf(text: string | undefined): FailOn | undefined;
/** Whether files are to be changed, or the change to be shown. Throws UsageError for flags that do not go together. */
export declare function wantsChanges({ values, positionals }: Arguments): boolean;
