import type { Diagnostic } from "./diagnostic.ts";
import type { Fault, Outcome } from "./engine.ts";
import type { Resource } from "./kubernetes/resource.ts";
import { type Settings } from "./settings.ts";
export declare function findingsOf(outcomes: readonly Outcome[], problems: readonly Diagnostic[], settings: Settings, { hasContext }: {
    hasContext: boolean;
}): Diagnostic[];
/** Rule and file of findings for the strict preset that are not reported now: an ignore of theirs is not unused. */
export declare function mutedBy(outcomes: readonly Outcome[], settings: Settings): Set<string>;
/** Whether a part of a file was not read: it does not parse, or lies beyond a bound. */
export declare function isUnread({ ruleId }: Pick<Diagnostic, "ruleId">): boolean;
/** The time of a file was up before every rule was shown this object. */
export declare function lateDiagnostic(resource: Resource, { limits }: Settings): Diagnostic;
/** A bug in a rule, told where it showed. */
export declare function faultDiagnostic({ rule, resource, graph, error }: Fault): Diagnostic;
