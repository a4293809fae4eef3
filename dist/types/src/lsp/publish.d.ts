import type { Diagnostic as EditorDiagnostic, PublishDiagnosticsParams } from "vscode-languageserver/node";
import type { Client } from "./client.ts";
import { type UriOf } from "./convert.ts";
import type { View } from "./session.ts";
export interface Shown {
    readonly uri: string;
    readonly version?: number;
    readonly diagnostics: readonly EditorDiagnostic[];
}
/** Everything there is to show: each open file, and each other one that something is to be said about. By path. */
export declare function shownIn(view: View, { client, uriOf }: {
    client: Client;
    uriOf: UriOf;
}): Map<string, Shown>;
export declare class Publisher {
    private readonly send;
    private readonly sent;
    constructor(send: (params: PublishDiagnosticsParams) => void);
    /** Sends what changed, and clears what is gone. */
    publish(shown: ReadonlyMap<string, Shown>, view: View): void;
}
