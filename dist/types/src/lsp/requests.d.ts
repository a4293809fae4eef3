import { type Connection } from "./connection.ts";
import type { Showing, ShowingState } from "./showing.ts";
export interface RequestState extends ShowingState {
    readonly isShutDown: () => boolean;
}
export declare function answerRequests(connection: Connection, state: RequestState, showing: Showing): void;
