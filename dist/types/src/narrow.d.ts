import type { Discovered } from "./discover.ts";
import { type LintInput } from "./lint.ts";
import type { Source } from "./yaml/document.ts";
type Choose = NonNullable<LintInput["choose"]>;
type Run = Pick<LintInput, "settings" | "rules" | "policies" | "definitions"> & {
    /** The asked files at the last commit. */
    readonly earlier: readonly Source[];
};
/** The choice for `LintInput.choose`; undefined where the whole input is reported on. */
export declare function choiceOf(found: Discovered, run: Run): Choose | undefined;
/** What concerns the asked files, and what elsewhere stands on a name that they defined at the last commit and define no more. */
export declare function orphanedBy(earlier: readonly Source[], { sources, context }: Pick<Discovered, "sources" | "context">): Choose;
export {};
