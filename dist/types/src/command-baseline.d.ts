import { type Baseline } from "./baseline.ts";
import { type Discovered } from "./discover.ts";
import type { LintResult } from "./lint.ts";
import type { Environment } from "./main.ts";
import { type Arguments } from "./options.ts";
import type { AnyRule } from "./rule.ts";
import { type Settings } from "./settings.ts";
/** The baseline of a run: read before it, written or pruned after it. */
export declare class BaselineFile {
    readonly baseline: Baseline | undefined;
    private readonly path;
    private readonly environment;
    private readonly values;
    private constructor();
    /** Undefined when the run has none. Throws UsageError for one that cannot be read. */
    static open({ values }: Arguments, environment: Environment, { root, isNarrowed }: Discovered): Promise<BaselineFile | undefined>;
    get isToBeWritten(): boolean;
    /** All that is reported now is known from now on. */
    write({ report }: LintResult): Baseline;
    /** Tells of entries that are no longer met, or drops them. */
    review(result: LintResult, found: Discovered, { settings, rules }: {
        settings: Settings;
        rules: readonly AnyRule[];
    }): void;
    private get shown();
    private replace;
    private say;
}
