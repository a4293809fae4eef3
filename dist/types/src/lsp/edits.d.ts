import type { WorkspaceEdit } from "vscode-languageserver/node";
import type { Edit } from "../diagnostic.ts";
import type { Client } from "./client.ts";
import type { UriOf } from "./convert.ts";
import type { Linted } from "./project.ts";
export interface Target {
    readonly linted: Linted;
    readonly client: Client;
    readonly uriOf: UriOf;
    /** The version of an open file; null for one that is not open. */
    readonly versionOf: (path: string) => number | null;
}
export declare function workspaceEdit(edits: readonly (Edit & {
    readonly file: string;
})[], target: Target): WorkspaceEdit;
/** An insertion in which `placeholder`, the last time it occurs, is selected to be written over. */
export declare function snippetEdit({ start, end, text }: Edit, placeholder: string, { file, target }: {
    file: string;
    target: Target;
}): WorkspaceEdit;
