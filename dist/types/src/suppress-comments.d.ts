import type { LoadedFile } from "./load.ts";
import type { Ignore } from "./suppress-ignore.ts";
export declare const IGNORE = "kprobe-lint-ignore";
export declare const IGNORE_FILE = "kprobe-lint-ignore-file";
/** The ignore comments of a file, also those that ignore nothing. `known` tells rules from other words. */
export declare function ignoreComments(file: LoadedFile, known: (id: string) => boolean): Ignore[];
