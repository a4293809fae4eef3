import type { InitializeParams } from "vscode-languageserver/node";
export interface Client {
    readonly related: boolean;
    readonly codeDescription: boolean;
    readonly tags: boolean;
    readonly data: boolean;
    /** Asks for diagnostics itself. */
    readonly pulls: boolean;
    /** Asks again when told that something changed elsewhere. */
    readonly refreshes: boolean;
    readonly documentChanges: boolean;
    readonly snippets: boolean;
    /** Fills in the edit of an action when it is chosen. */
    readonly resolves: boolean;
    readonly markdown: boolean;
    readonly watches: boolean;
    readonly folders: boolean;
}
export declare function clientOf({ capabilities }: InitializeParams): Client;
