import type { Changes } from "./changes.ts";
import { type Skipped } from "./diagnostic.ts";
import { type Shard } from "./shard.ts";
import type { Source } from "./yaml/document.ts";
export { gitRootOf, statOf } from "./files.ts";
export interface Request {
    readonly cwd: string;
    /** Files, directories and globs as the user wrote them; "-" is standard input. */
    readonly paths: readonly string[];
    readonly stdin: () => string | Buffer;
    readonly stdinFilename?: string;
    readonly exclude: readonly string[];
    /** Globs of what counts in directories; everything where it is absent. */
    readonly include?: readonly string[];
    /** The directory of the configuration file, where there is one: the project root. */
    readonly configRoot?: string;
    /** false: look at nothing but the input. A path: look there instead of in the project. */
    readonly context: boolean | string;
    readonly maxFileSize: number;
    /** Only what git says is staged or changed is reported on; all else is context. */
    readonly changes?: Changes;
    /** Only one part of the input is reported on; all else is context. */
    readonly shard?: Shard;
}
export interface Discovered {
    /** Absolute path of the project root, to which all paths of the report are relative. */
    readonly root: string;
    readonly sources: readonly Source[];
    readonly context: readonly Source[] | undefined;
    readonly kustomizations: readonly Source[];
    readonly skipped: readonly Skipped[];
    /** Kustomization files were asked about: they say how manifests are put together, and are none. */
    readonly askedKustomizations: boolean;
    /** Paths that could not be read, each with the reason; the run goes on without them and ends with exit code 2. */
    readonly unreadable: readonly string[];
    /** A flag chose among the input, so that nothing left is no mistake. */
    readonly isNarrowed: boolean;
    /** Files that other parts of the input (`--shard`) report on. */
    readonly elsewhere: ReadonlySet<string>;
    /** The project as it was before the change: what is found now and was not found then, the change broke. */
    readonly before: Before | undefined;
}
export interface Before {
    readonly sources: readonly Source[];
    readonly kustomizations: readonly Source[];
    /** Files of today that were different then, or not there. */
    readonly changed: ReadonlySet<string>;
}
/** What a file is by its name. */
export declare function roleOf(path: string): "manifest" | "kustomization" | "configuration" | "other";
export declare function discover(request: Request): Promise<Discovered>;
/** What git prints, or undefined when it is not there or says no. */
export declare function git(cwd: string, args: readonly string[]): string | undefined;
/** The same for what may be no text, with something to read on its standard input. */
export declare function gitBytes(cwd: string, args: readonly string[], input?: string): Buffer | undefined;
/** The directory in which all that is asked about lies. */
export declare function startOf(cwd: string, paths: readonly string[], stdinFilename?: string): string;
/** UTF-8, or UTF-16 with a byte order mark, as the API server's reader takes it. */
export declare function decode(bytes: Buffer): string;
/** A path as the reader of a report finds it: relative to where the command runs. */
export declare function displayPrefix(cwd: string, root: string): string;
