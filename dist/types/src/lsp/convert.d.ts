import { type Diagnostic as EditorDiagnostic, type Range } from "vscode-languageserver/node";
import type { ConfigError } from "../config.ts";
import type { Diagnostic } from "../diagnostic.ts";
import type { Client } from "./client.ts";
import type { Linted } from "./project.ts";
export declare const SOURCE = "kprobe-lint";
/** What a diagnostic carries to the editor and back, to be known again when its fixes are asked for. */
export interface Data {
    readonly fingerprint: string;
}
/** Where files are found in the editor: by the URI it uses itself, where one is open. */
export type UriOf = (path: string) => string;
export declare function editorDiagnostic(diagnostic: Diagnostic, linted: Linted, { client, uriOf }: {
    client: Client;
    uriOf: UriOf;
}): EditorDiagnostic;
export declare function rangeOf({ file, range }: Pick<Diagnostic, "file" | "range">, { placesIn }: Linted): Range;
/** The mistakes in a configuration, as diagnostics of that file. */
export declare function configurationDiagnostics({ text, complaints }: ConfigError, isOpen: boolean): EditorDiagnostic[];
