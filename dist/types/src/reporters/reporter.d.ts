import type { Diagnostic, Report } from "../diagnostic.ts";
import type { RuleMeta } from "../rule.ts";
/** What a reporter may know besides the report. All of it is given: a reporter never asks the machine. */
export interface ReporterOptions {
    /** Colour and, on a terminal, links. */
    readonly color: boolean;
    readonly hyperlinks: boolean;
    /** Columns of the terminal; 80 where there is none. */
    readonly width: number;
    /** Break sentences at blanks to fit the width: on a terminal only, since a pipe wants a sentence a line. */
    readonly wrap?: boolean;
    /** ASCII only. */
    readonly ascii: boolean;
    /** Before every path that people read: from where the command runs to the project root, with a trailing slash; empty where they are the same. `shownPath` writes them. */
    readonly prefix: string;
    /** Where the command runs below the project root, as seen from there, with a trailing slash; absent where it runs elsewhere. */
    readonly here?: string;
    /** Before every path that a code host resolves against the root of its checkout; `prefix` where it is not given. */
    readonly hostPrefix?: string;
    /** The text of a file of the report, for code frames; undefined where it is not at hand. */
    readonly textOf: (file: string) => string | undefined;
    /** The rules that ran, for formats that list them. */
    readonly rules: readonly RuleMeta[];
    /** The files that were looked at, for formats that list the clean ones too. */
    readonly files?: readonly string[];
    /** Files changed in the pull request, where that is known: their findings come first where only some can be shown. */
    readonly changed?: ReadonlySet<string>;
    /** Nobody looked around the input: rules about absence were quiet, which is said. */
    readonly withoutContext?: boolean;
    /** Further parts of the HTML page, each under its heading: drawings with their tables. Their HTML is trusted, and scripts in it do not run. */
    readonly sections?: readonly {
        readonly title: string;
        readonly html: string;
    }[];
}
/** Report -> text. Pure. */
export type Reporter = (report: Report, options: ReporterOptions) => string;
/** The diagnostics that count: those in the report only for the record (`--include-suppressed`) left out. */
export declare function counted({ diagnostics }: Report): Diagnostic[];
export declare function hostPath(options: ReporterOptions, file: string): string;
/** A path as people write it where the command runs: `web.yaml` in its own directory, not `../../shop/base/web.yaml`. */
export declare function shownPath({ prefix, here }: Pick<ReporterOptions, "prefix" | "here">, file: string): string;
/** Diagnostics by file, in the order of the report. */
export declare function byFile(diagnostics: readonly Diagnostic[]): Map<string, Diagnostic[]>;
/**
 * Where the findings lie, among what was looked at: "2 of 4 files". A change can break files that nobody asked about; where all of them are
 * such, as after a deletion, the files asked about are not counted at all.
 */
export declare function placesFound({ summary, diagnostics }: Report, { files }: Pick<ReporterOptions, "files">): string;
/** `kind namespace/name, container c`; empty where there is no object. */
export declare function subjectOf({ resource }: Diagnostic): string;
export declare function plural(count: number, noun: string): string;
