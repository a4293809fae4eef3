import type { Edit } from "./diagnostic.ts";
import type { Document } from "./yaml/document.ts";
export interface Version {
    readonly text: string;
    readonly documents: readonly Document[];
}
/** Why the edits, sorted and without overlaps, are not to be trusted; undefined when they are. */
export declare function unintended(before: Version, after: Version, edits: readonly Edit[]): string | undefined;
