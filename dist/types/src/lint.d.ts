import type { Baseline, BaselineEntry } from "./baseline.ts";
import { type Diagnostic, type Report, type Skipped } from "./diagnostic.ts";
import type { Graph } from "./graph/graph.ts";
import { type LoadedFile } from "./load.ts";
import type { AnyRule } from "./rule.ts";
import { type Settings } from "./settings.ts";
import { Timer, type Watch } from "./timing.ts";
import type { Source } from "./yaml/document.ts";
export interface LintInput {
    /** What the user asked about. */
    readonly sources: readonly Source[];
    /** What else of the project can be referred to; undefined when nobody looked (standard input, `--no-context`). */
    readonly context?: readonly Source[];
    /** The asked files as they were before a change: what they had to do with is looked at, too. */
    readonly before?: readonly Source[];
    /** Every object may be involved: kustomizations are asked about, or everything is to be reported. */
    readonly isWhole?: boolean;
    /** Kustomization files of the project: they are no manifests, but say which manifests belong together. */
    readonly kustomizations?: readonly Source[];
    readonly settings: Settings;
    readonly rules: readonly AnyRule[];
    /** What discovery left out, with the reason. */
    readonly skipped?: readonly Skipped[];
    /** Chooses what to report, given the files asked about; what lies in one of them or is related to one where it is absent. */
    readonly choose?: ((all: readonly Diagnostic[], asked: ReadonlySet<string>) => Promise<readonly Diagnostic[]>) | undefined;
    /** ValidatingAdmissionPolicies, bindings and parameters to hold the objects to. */
    readonly policies?: readonly Source[] | undefined;
    /** What is to be said of the settings of the run, wherever they are written. */
    readonly notes?: readonly Diagnostic[] | undefined;
    /** More CustomResourceDefinitions (`--crd`). */
    readonly definitions?: readonly Source[] | undefined;
    /** Diagnostics that are known already. */
    readonly baseline?: Baseline | undefined;
    /** Milliseconds from any fixed point; without it all durations are 0, so that the same input gives the same bytes. */
    readonly now?: () => number;
    readonly watch?: Watch | undefined;
}
export interface LintResult {
    readonly report: Report;
    /** Bugs met on the way: the run is then no success, whatever else it found. */
    readonly faults: number;
    readonly timer: Timer;
    readonly files: readonly LoadedFile[];
    readonly graphs: readonly Graph[];
    /** Entries of the baseline that nothing met. */
    readonly unmet: readonly BaselineEntry[];
    readonly offered: ReadonlyMap<string, number>;
}
export declare function lint(input: LintInput): Promise<LintResult>;
