import { type Complaint } from "./config-check.ts";
import { type Diagnostic } from "./diagnostic.ts";
export interface BaselineEntry {
    readonly fingerprint: string;
    readonly rule: string;
    /** `Deployment shop/web`; absent where the diagnostic is about no object. */
    readonly resource?: string;
    readonly file: string;
    /** 1 where it is absent. */
    readonly count?: number;
}
export interface Baseline {
    readonly version: 1;
    readonly entries: readonly BaselineEntry[];
}
export declare const DEFAULT_BASELINE = ".kprobe-lint-baseline.json";
/** The baseline in a text, or what is wrong with it. */
export declare function readBaseline(text: string): Promise<Baseline | Complaint[]>;
/** The baseline that covers the given diagnostics and no others. */
export declare function baselineOf(diagnostics: readonly Diagnostic[]): Baseline;
/** One entry a line, so that a review shows what came and went. */
export declare function baselineText({ entries }: Baseline): string;
export interface Known {
    /** The given diagnostics, those that the baseline knows marked as suppressed. */
    readonly diagnostics: Diagnostic[];
    /** Entries that nothing met (any more), or not as often. */
    readonly unmet: readonly BaselineEntry[];
}
/** A file that moved keeps its entries: the fingerprint counts, and the file only tells two of the same fingerprint apart in reviews. */
export declare function markKnown(diagnostics: readonly Diagnostic[], { entries }: Baseline): Known;
/** The baseline without what is no longer met. */
export declare function pruned({ entries }: Baseline, unmet: readonly BaselineEntry[]): Baseline;
