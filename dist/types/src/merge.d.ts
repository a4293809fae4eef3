import type { Diagnostic } from "./diagnostic.ts";
import type { Fault, Outcome } from "./engine.ts";
import { type Settings } from "./settings.ts";
export declare function findingsOf(outcomes: readonly Outcome[], problems: readonly Diagnostic[], settings: Settings, { hasContext }: {
    hasContext: boolean;
}): Diagnostic[];
/** Rule and file of findings for the strict preset that are not reported now: an ignore of theirs is not unused. */
export declare function mutedBy(outcomes: readonly Outcome[], settings: Settings): Set<string>;
/** A bug in a rule, told where it showed. */
export declare function faultDiagnostic({ rule, resource, graph, error }: Fault): Diagnostic;
