import { type Request } from "./discover.ts";
import { type Arguments } from "./options.ts";
import type { Source } from "./yaml/document.ts";
export interface Changes {
    /** Absolute paths of what was added, modified, or renamed to. */
    readonly files: ReadonlySet<string>;
    /** With `--staged`: the index's bytes of the files that differ from it in the working tree. */
    readonly stagedTexts: ReadonlyMap<string, Buffer>;
    /** Files staged in part, as git names them. */
    readonly partly: readonly string[];
    /** The files below a directory; undefined where those of the working tree count. */
    listed: (directory: string) => string[] | undefined;
    /** What was deleted, renamed or modified, as it was before, by its path then. */
    before: () => ReadonlyMap<string, string>;
}
/** The flags that report on a part of the input. Throws UsageError. */
export declare function narrowed(args: Arguments, cwd: string): Pick<Request, "changes" | "shard">;
export declare function changesSince(root: string, ref: string): Changes;
/** Of some files, named from a directory: what the last commit has of them. Nothing outside a repository. */
export declare function committed(directory: string, paths: readonly string[]): Source[];
