import type { Diagnostic, Edit } from "./diagnostic.ts";
import type { LoadedFile } from "./load.ts";
/** A line to write a comment for. */
export interface IgnoreLine {
    readonly line: number;
    readonly rules: ReadonlySet<string>;
}
export declare function linesOf(diagnostics: readonly Diagnostic[]): IgnoreLine[];
/** The comment for one line; undefined where there is no place for it. `attempt` 0 is the better place, 1 the other. */
export declare function ignoreEdit(file: LoadedFile, { line, rules }: IgnoreLine, reason: string, attempt: number): Edit | undefined;
/** JSON has no comments. */
export declare function takesComments({ source, documents }: LoadedFile): boolean;
