import type { Problem } from "../diagnostic.ts";
import type { Resource } from "../kubernetes/resource.ts";
import { type LoadedDocument, type LoadedFile } from "../load.ts";
export interface Unasked {
    readonly loaded: LoadedDocument;
    readonly resource: Resource | undefined;
    readonly problem: Problem;
}
/** What does not parse, what says no apiVersion or no kind, and what misspells them. */
export declare function unasked(files: readonly LoadedFile[], minor: number): Promise<Unasked[]>;
