import type { Diagnostic, Edit } from "./diagnostic.ts";
export type FileEdit = Edit & {
    readonly file: string;
};
export interface Chosen {
    readonly edits: ReadonlyMap<string, readonly FileEdit[]>;
    /** How many fixes. */
    readonly count: number;
}
/** The first allowed fix of each diagnostic, in the order of the report; what does not fit beside the others waits for the next pass. */
export declare function chooseFixes(diagnostics: readonly Diagnostic[], { unsafe, isOpen }: {
    unsafe: boolean;
    isOpen: (file: string) => boolean;
}): Chosen;
