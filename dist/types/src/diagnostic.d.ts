export type Severity = "error" | "warning" | "info";
export type ServerAction = "rejects" | "drops" | "warns";
export type Path = readonly (string | number)[];
/** Negative when `a` is the graver one. */
export declare function compareSeverity(a: Severity, b: Severity): number;
/** A text edit on offsets of one source; `file` is set only when it is another source than the diagnostic's own. */
export interface Edit {
    readonly file?: string;
    readonly start: number;
    readonly end: number;
    readonly text: string;
}
export interface Fix {
    readonly title: string;
    readonly safety: "safe" | "unsafe";
    readonly edits: readonly Edit[];
}
/**
 * What a reader or a validator found in one document: a diagnostic before it knows its file, line and resource.
 * `start` and `end` are offsets into the source and span one line wherever possible: the key when something is missing beneath it,
 * the scalar when it is wrong.
 */
export interface Problem {
    readonly ruleId: string;
    readonly severity: Severity;
    /** One sentence: lower case, no full stop; the author's own words in double quotes. */
    readonly message: string;
    readonly help?: string;
    /** What the API server does with the document because of it, where that is known. */
    readonly server?: ServerAction;
    readonly path: Path;
    /** The path by which the API server's own error names the place, where it is not `path` (an error about a label says `metadata.labels`). */
    readonly serverField?: string;
    /** Further paths that the API server's errors name for the same cause. */
    readonly serverAlso?: readonly string[];
    readonly start: number;
    readonly end: number;
    readonly related?: readonly {
        readonly start: number;
        readonly end: number;
        readonly message: string;
    }[];
    readonly fixes?: readonly Fix[];
}
export interface Position {
    /** 1-based. */
    readonly line: number;
    /** 1-based, in UTF-16 units. */
    readonly column: number;
    /** 0-based, in UTF-16 units. */
    readonly offset: number;
}
export interface Range {
    readonly start: Position;
    /** Exclusive. */
    readonly end: Position;
}
export interface RelatedLocation {
    readonly file: string;
    readonly range: Range;
    readonly message: string;
}
/** One finding with its place, as every reporter sees it (interface: `schemas/report.schema.json`). */
export interface Diagnostic {
    readonly ruleId: string;
    readonly severity: Severity;
    readonly message: string;
    readonly help?: string;
    readonly url: string;
    readonly server?: ServerAction;
    readonly file: string;
    readonly range: Range;
    /** 0-based index of the document in its file. */
    readonly document: number;
    readonly path: Path;
    readonly resource?: {
        readonly apiVersion: string;
        readonly kind: string;
        readonly namespace?: string;
        readonly name?: string;
        readonly container?: string;
    };
    readonly related: readonly RelatedLocation[];
    readonly fixes: readonly {
        readonly title: string;
        readonly safety: "safe" | "unsafe";
        readonly edits: readonly (Edit & {
            readonly file: string;
        })[];
    }[];
    readonly fingerprint: string;
    readonly suppressed?: {
        readonly by: "comment" | "annotation" | "baseline" | "config";
        readonly reason?: string;
    };
}
export interface Skipped {
    readonly file: string;
    readonly document?: number;
    readonly reason: "template" | "unknown-kind" | "not-a-manifest" | "patch" | "too-large";
    readonly detail?: string;
}
export interface Report {
    readonly version: 1;
    readonly tool: {
        readonly name: "kprobe-lint";
        readonly version: string;
    };
    readonly kubernetesVersion: string;
    readonly summary: {
        readonly files: number;
        readonly documents: number;
        readonly resources: number;
        readonly errors: number;
        readonly warnings: number;
        readonly infos: number;
        readonly suppressed: number;
        readonly fixable: number;
        readonly durationMs: number;
    };
    readonly diagnostics: readonly Diagnostic[];
    readonly skipped: readonly Skipped[];
}
/** `spec.containers[0].ports[1].name`, as people and the API server write a path. */
export declare function formatPath(path: Path): string;
/** Order of a report: file, place, rule, message. Strings compare by code unit, so that no locale changes the bytes. */
export declare function compareDiagnostics(a: Diagnostic, b: Diagnostic): number;
/** By file, then document, so that runs over parts of the input join to the same list. */
export declare function compareSkipped(a: Skipped, b: Skipped): number;
export declare function compareText(a: string, b: string): number;
