import type { Diagnostic } from "./diagnostic.ts";
import type { Graph } from "./graph/graph.ts";
import type { Resource } from "./kubernetes/resource.ts";
import type { LintInput } from "./lint.ts";
import type { LoadedFile } from "./load.ts";
import type { Source } from "./yaml/document.ts";
/** Whether a rule is shown an object. */
export type Focus = (resource: Resource) => boolean;
/** Whether only a part of the project's objects is to be shown to rules. */
export declare function isPart({ context, isWhole }: Partial<Pick<LintInput, "context" | "isWhole">>): boolean;
export declare function pathsOf(files: readonly LoadedFile[]): Set<string>;
/** A diagnostic is reported when it, or a place related to it, lies in a file the user asked about. */
export declare function concerns(diagnostic: Diagnostic, asked: ReadonlySet<string>): boolean;
export declare function concerning(all: readonly Diagnostic[], asked: ReadonlySet<string>): Promise<Diagnostic[]>;
/**
 * CustomResourceDefinitions are the longest manifests of all, and matter only to custom resources, to definitions, and to a Service that
 * converts between their versions: where none of these is asked about, they are not read.
 */
export declare function withoutDefinitions(context: readonly Source[], asked: readonly Source[]): readonly Source[];
/** What of the project is to be read. Policies may look at any object. */
export declare function involvedOf(input: LintInput, files: readonly LoadedFile[], before: readonly LoadedFile[]): Promise<readonly Source[]>;
export interface Around {
    readonly files: readonly LoadedFile[];
    readonly around: readonly LoadedFile[];
    /** The asked files as they were before a change. */
    readonly before: readonly LoadedFile[];
    readonly graphs: readonly Graph[];
    /** Files of patches: what they change stands elsewhere. */
    readonly patches: ReadonlySet<string>;
}
/** Undefined: every object may be involved. */
export declare function focusOn({ files, around, before, graphs, patches }: Around): Focus | undefined;
