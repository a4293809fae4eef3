import { type Client } from "./client.ts";
import { type Connection } from "./connection.ts";
import type { UriOf } from "./convert.ts";
import { type Shown } from "./publish.ts";
import type { Session } from "./session.ts";
export interface ShowingState {
    readonly session: Session;
    readonly uriOf: UriOf;
    readonly client: () => Client | undefined;
}
export declare class Showing {
    private readonly connection;
    private readonly state;
    private readonly now;
    private readonly publisher;
    private timer;
    private isUrgent;
    private isStopped;
    private pause;
    /** What was answered to an editor that asks for diagnostics itself, by path. */
    private readonly pulled;
    private seen;
    /** Broken configurations that were told of. */
    private readonly told;
    constructor(connection: Connection, state: ShowingState, now: () => number);
    soon(): void;
    afterTyping(): void;
    stop(): void;
    /** The diagnostics of one open file, with a name for this answer. */
    pull(path: string): Promise<{
        items: Shown["diagnostics"];
        resultId: string;
    }>;
    private schedule;
    private run;
    private show;
    /** Once for a view: an editor with many files open asks as many times. */
    private shownIn;
    /** An editor that asks itself does not know that a change in one file concerns another one. */
    private refresh;
    /** A broken configuration that is not open may be seen by nobody; so it is said once. */
    private tellMistakes;
    private client;
}
