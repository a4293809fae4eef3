import { ConfigError } from "../config.ts";
import type { Environment } from "../main.ts";
import { type Arguments } from "../options.ts";
import type { AnyRule } from "../rule.ts";
import { type RunSettings } from "../run-settings.ts";
export interface Home {
    /** Absolute; all paths of diagnostics are relative to it. */
    readonly root: string;
    /** The directory whose files are the project; undefined where only the files beside each other are. */
    readonly tree: string | undefined;
    readonly isRepository: boolean;
    /** Undefined where the configuration was never readable: then nothing is linted. */
    readonly run: RunSettings | undefined;
    /** All of this as text: homes with the same one are the same project. */
    readonly key: string;
    /** What is wrong with the configuration now; `run` is then that of before. */
    readonly mistake: ConfigError | undefined;
}
export interface HomeRequest {
    readonly args: Arguments;
    readonly environment: Environment;
    readonly rules: readonly AnyRule[];
}
/** Remembers the home of every directory until told that files changed. */
export declare class Homes {
    private readonly request;
    private readonly known;
    /** The last homes whose configuration could be read. */
    private readonly sound;
    /** Every configuration that was read, also those that others build on. */
    readonly configurations: Set<string>;
    constructor(request: HomeRequest);
    forget(): void;
    /** `textOf`: what the editor holds in the place of a file. `folders` are those open in the editor. */
    of(path: string, folders: readonly string[], textOf: (path: string) => string | undefined): Promise<Home>;
    private find;
    private settings;
}
export declare function isWithin(path: string, directory: string): boolean;
