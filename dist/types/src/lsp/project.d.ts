import type { Diagnostic } from "../diagnostic.ts";
import type { LintInput, LintResult } from "../lint.ts";
import type { LoadedFile } from "../load.ts";
import type { Source } from "../yaml/document.ts";
import type { Home } from "./home.ts";
import { Places } from "./places.ts";
/** A file as the editor holds it. */
export interface Buffer {
    /** Absolute. */
    readonly path: string;
    readonly uri: string;
    readonly version: number;
    readonly text: string;
    readonly languageId: string;
}
export type Lint = (input: LintInput) => Promise<LintResult>;
/** What lint said, with the texts it read. */
export interface Linted {
    readonly project: Project;
    readonly result: LintResult;
    /** By path relative to the root. */
    readonly byFile: ReadonlyMap<string, readonly Diagnostic[]>;
    readonly loaded: ReadonlyMap<string, LoadedFile>;
    placesIn: (file: string) => Places;
    textOf: (file: string) => string | undefined;
    /** Lints with other sources in the place of those asked about; all else is context. */
    again: (sources: readonly Source[]) => Promise<LintResult>;
}
export declare class Project {
    readonly home: Home;
    private disk;
    private last;
    constructor(home: Home);
    /** Files changed: they are read again when next needed. */
    forget(): void;
    fileOf(path: string): string;
    pathOf(file: string): string;
    /** What is to be said with these buffers open; undefined without readable settings. */
    lint(buffers: readonly Buffer[], lint: Lint): Promise<Linted | undefined>;
    private work;
    /** The policies of the project, and the texts in which something may be wrong with them. */
    private ownPolicies;
    /** The project's files, as the command line finds them around an input. */
    private read;
}
