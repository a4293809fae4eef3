import type { Edit } from "./diagnostic.ts";
import type { Resource } from "./kubernetes/resource.ts";
import type { LoadedFile } from "./load.ts";
import type { Place } from "./place.ts";
/** A rule as a comment or an annotation names it, and where. */
export interface NamedRule extends Place {
    readonly id: string;
}
/** A comment or an annotation that wants some rules ignored at a place. */
export interface Ignore extends Place {
    readonly by: "comment" | "annotation";
    readonly file: LoadedFile;
    readonly document: number;
    readonly rules: readonly NamedRule[];
    readonly reason: string | undefined;
    /** Diagnostics that begin in this range are covered; undefined where nothing can be, `flaw` then says why. */
    readonly covers: Place | undefined;
    readonly flaw: string | undefined;
    /** The object that carries the annotation. */
    readonly resource: Resource | undefined;
    /** The edits that take all of it out. */
    readonly remove: () => Edit[] | undefined;
    /** The edits that take some of its rules out. */
    readonly removeRules: (rules: readonly NamedRule[]) => Edit[] | undefined;
}
