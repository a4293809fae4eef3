import type { Diagnostic } from "./diagnostic.ts";
import type { Ignore, NamedRule } from "./suppress-ignore.ts";
export interface Judgement {
    /** All rules, running or not. */
    readonly ids: ReadonlySet<string>;
    /** Whether a diagnostic of this rule would have been reported in this file. */
    readonly couldBeReported: (ruleId: string, file: string) => boolean;
    readonly isUsed: (ignore: Ignore, rule: NamedRule) => boolean;
}
/** Diagnostics of `ignore-unused`: nothing is ignored, for whatever reason. */
export declare function unused(ignore: Ignore, { ids, couldBeReported, isUsed }: Judgement): Diagnostic[];
/** Diagnostics of `ignore-unexplained`. */
export declare function unexplained(ignore: Ignore): Diagnostic[];
