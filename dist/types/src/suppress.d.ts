import { type Baseline, type BaselineEntry } from "./baseline.ts";
import type { Diagnostic } from "./diagnostic.ts";
import type { LoadedFile } from "./load.ts";
import type { Overrides } from "./overrides.ts";
import type { AnyRule } from "./rule.ts";
import { type Settings } from "./settings.ts";
export interface SuppressInput {
    readonly diagnostics: readonly Diagnostic[];
    /** What the user asked about: only there are ignores themselves judged. */
    readonly files: readonly LoadedFile[];
    /** What else diagnostics may stand in. */
    readonly around: readonly LoadedFile[];
    readonly settings: Settings;
    readonly rules: readonly AnyRule[];
    readonly overrides: Overrides;
    readonly hasContext: boolean;
    /** Rules that failed somewhere: whether their ignores are used is not known. */
    readonly faulty: ReadonlySet<string>;
    /** Rule and file, `id path`, of what only a stricter preset would report. */
    readonly muted: ReadonlySet<string>;
    /** Files of patches: what is found through them is reported where the patched object stands. */
    readonly patches: ReadonlySet<string>;
    readonly baseline?: Baseline | undefined;
}
export interface Suppressed {
    /** With `includeSuppressed` all of them, the suppressed ones marked. */
    readonly kept: Diagnostic[];
    readonly suppressed: number;
    /** Entries of the baseline that nothing met. */
    readonly unmet: readonly BaselineEntry[];
}
export declare function suppress(input: SuppressInput): Suppressed;
