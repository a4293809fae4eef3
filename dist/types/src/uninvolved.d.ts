import type { LoadedFile } from "./load.ts";
import type { Source } from "./yaml/document.ts";
export interface Asked {
    readonly files: readonly LoadedFile[];
    /** The asked files as they were before a change. */
    readonly before: readonly LoadedFile[];
    readonly kustomizations: readonly Source[];
    /** Where objects without a namespace go. */
    readonly namespace: string;
}
/** The same files; of those that are not to be read, the text is empty. */
export declare function withoutUninvolved(context: readonly Source[], asked: Asked): readonly Source[];
