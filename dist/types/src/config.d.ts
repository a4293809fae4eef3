import type { Complaint } from "./config-check.ts";
import { type Config } from "./config-read.ts";
import { UsageError } from "./options.ts";
import type { AnyRule } from "./rule.ts";
/** In this order in every directory; of several the first counts. */
export declare const CONFIG_NAMES: readonly [".kprobe-lint.yaml", ".kprobe-lint.yml", ".kprobe-lint.json", "package.json"];
export interface ConfigRequest {
    readonly cwd: string;
    /** Where the search begins: the common directory of what is linted. */
    readonly start: string;
    /** `--config` or KPROBE_LINT_CONFIG; then nothing is searched. */
    readonly file?: string;
    readonly rules: readonly AnyRule[];
    /** What an editor holds in the place of a file, by absolute path; asked about every configuration that is read. */
    readonly textOf?: (path: string) => string | undefined;
}
/** Mistakes in one configuration, with their places, for those who can show them there. */
export declare class ConfigError extends UsageError {
    /** Absolute. */
    readonly path: string;
    readonly text: string;
    readonly complaints: readonly Complaint[];
    constructor(message: string, path: string, text: string, complaints: readonly Complaint[]);
}
export interface FoundConfig {
    readonly config: Config;
    /** Absolute. */
    readonly path: string;
    /** The directory of a configuration that was found, which is the project root; undefined when the file was named. */
    readonly root: string | undefined;
}
/** The configuration in force; undefined when there is none. Throws UsageError, a line for each mistake. */
export declare function loadConfig(request: ConfigRequest): Promise<FoundConfig | undefined>;
/** A path as messages write it. */
export declare function shownFrom(cwd: string, path: string): string;
/** Links are followed, so that none leads out. */
export declare function isInside(path: string, boundary: string): boolean;
/** Mistakes in a configuration that show only beside what else a run is given. `file` is absolute. */
export declare function configError(cwd: string, file: string, text: string, complaints: readonly Complaint[]): ConfigError;
/** `file:line:column: sentence`, a line for each. */
export declare function complaintError(file: string, text: string, complaints: readonly Complaint[]): UsageError;
