import type { Diagnostic } from "./diagnostic.ts";
import type { LintResult } from "./lint.ts";
import type { Source } from "./yaml/document.ts";
export interface Ignored {
    readonly changed: readonly Source[];
    /** Diagnostics that are ignored now. */
    readonly count: number;
    /** Diagnostics that no comment could reach. */
    readonly left: readonly Diagnostic[];
    readonly after: LintResult;
}
/** What is said about ignores is mended, not ignored. */
export declare const NOT_IGNORED: Set<string>;
export declare function addIgnores(sources: readonly Source[], reason: string, lint: (sources: readonly Source[]) => Promise<LintResult>): Promise<Ignored>;
