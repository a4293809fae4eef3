import type { createConnection, Logger } from "vscode-languageserver";
export type Connection = ReturnType<typeof createConnection>;
export declare function log(connection: Connection, level: "error" | "warn", text: string): void;
/** The library's own log: it would go through a closed connection, too. */
export declare function untilClosed(logger: Logger): Logger;
/** Tells of a fault of ours. */
export declare function logFault(connection: Connection, error: unknown): void;
