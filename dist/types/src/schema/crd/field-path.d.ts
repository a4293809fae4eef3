import type { Schema } from "./schema.ts";
export interface FoundPath {
    /** Where the path ends; undefined as well below what no schema describes. */
    readonly schema?: Schema | undefined;
    readonly steps: readonly string[];
    readonly error?: string;
}
export declare function fieldPathError(path: string, root: Schema, brackets: boolean): FoundPath;
