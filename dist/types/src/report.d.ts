import type { Diagnostic, Report, Skipped } from "./diagnostic.ts";
import type { LoadedFile } from "./load.ts";
export declare function reportOf(files: readonly LoadedFile[], diagnostics: Diagnostic[], skipped: readonly Skipped[], { suppressed, minor, durationMs }: {
    suppressed: number;
    minor: number;
    durationMs: number;
}): Report;
