import { type Discovered } from "./discover.ts";
import type { LintResult } from "./lint.ts";
import type { Environment } from "./main.ts";
import { type Arguments } from "./options.ts";
import type { Source } from "./yaml/document.ts";
export interface Changes {
    /** What is to be reported after the changes. */
    readonly result: LintResult;
    /** A file could not be written. */
    readonly failed: boolean;
    /** The differences were printed, in place of a report. */
    readonly isDiff: boolean;
}
export declare function changeFiles(args: Arguments, environment: Environment, found: Discovered, lint: (sources: readonly Source[]) => Promise<LintResult>): Promise<Changes>;
