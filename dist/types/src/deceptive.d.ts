import type { Problem } from "./diagnostic.ts";
import type { LoadedDocument } from "./load.ts";
/** One problem for each scalar and comment with such characters, at the first of them. */
export declare function deceptions(loaded: LoadedDocument): Problem[];
/** Whether a text may hold any: cheap, for it is asked of every file. */
export declare function mayDeceive(text: string): boolean;
