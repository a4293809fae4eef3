import type { Environment } from "./main.ts";
import { type Arguments } from "./options.ts";
import type { Source } from "./yaml/document.ts";
/** The sources a flag names, with absolute paths; undefined without the flag: then nothing is loaded. */
export declare function sourcesOf(flag: "policies" | "crd", args: Arguments, environment: Environment): Promise<readonly Source[] | undefined>;
/** Manifests in files, directories and globs, with absolute paths. Throws the error made of a sentence about paths that hold none. */
export declare function manifestsAt(paths: readonly string[], { cwd, stdin }: Pick<Environment, "cwd" | "stdin">, complaint: (sentence: string) => Error): Promise<Source[]>;
/** Sources with their paths from the project root, as those of the input. */
export declare function seenFrom(root: string, sources: readonly Source[]): Source[];
