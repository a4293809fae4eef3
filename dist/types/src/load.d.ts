import type { Diagnostic, Skipped } from "./diagnostic.ts";
import { Field } from "./field.ts";
import type { FileTime } from "./file-time.ts";
import { Resource } from "./kubernetes/resource.ts";
import type { Settings } from "./settings.ts";
import type { Watch } from "./timing.ts";
import type { Document, Source } from "./yaml/document.ts";
import type { Limits } from "./yaml/limits.ts";
import { LineIndex } from "./yaml/lines.ts";
/** One document with its source, and the resources in it (several for a List). */
export interface LoadedDocument {
    readonly file: LoadedFile;
    readonly document: Document;
    readonly root: Field;
    readonly resources: readonly Resource[];
}
export interface LoadedFile {
    readonly source: Source;
    readonly lines: LineIndex;
    readonly documents: readonly LoadedDocument[];
    readonly skipped: readonly Skipped[];
}
/** The document a field was read from: every field knows its root, and every root its document. */
export declare function originOf(field: Field): LoadedDocument | undefined;
/** An object made from another one (by a kustomization) shares the document and the lines of its source. */
export declare function adopt(root: Field, source: Resource): void;
/** All files of a kind, one after the other. */
export declare function loadAll(sources: readonly Source[], { limits }: Settings, watch: Watch, time?: FileTime): Promise<LoadedFile[]>;
/** Without a `time` reading takes what it takes: of a file that is not asked about, what is not read would seem to be missing. */
export declare function load(source: Source, limits?: Limits, time?: FileTime): Promise<LoadedFile>;
/** Whether a document that parses is meant for the API server at all: it says one of apiVersion and kind, at least. */
export declare function looksLikeManifest(loaded: LoadedDocument): boolean;
/** The range of two offsets in a file. */
export declare function rangeIn(file: LoadedFile, start: number, end: number): Diagnostic["range"];
