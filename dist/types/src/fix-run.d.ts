import type { LintResult } from "./lint.ts";
import type { Source } from "./yaml/document.ts";
export interface FixRequest {
    readonly sources: readonly Source[];
    readonly lint: (sources: readonly Source[]) => Promise<LintResult>;
    readonly unsafe: boolean;
}
export interface Fixed {
    /** All sources, those with fixes changed. */
    readonly sources: readonly Source[];
    readonly changed: readonly Source[];
    readonly count: number;
    /** Files that could not be fixed, with the reason. */
    readonly left: ReadonlyMap<string, string>;
    readonly before: LintResult;
    /** What is left in the changed sources. */
    readonly after: LintResult;
}
export declare function fixSources(request: FixRequest): Promise<Fixed>;
