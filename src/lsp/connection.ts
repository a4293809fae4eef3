// The library's connection, and how a fault of ours is told through it.

import type { createConnection } from "vscode-languageserver";

export type Connection = ReturnType<typeof createConnection>;

/** Tells of a fault in the editor's log, if there still is an editor. */
export function logFault(connection: Connection, error: unknown): void {
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  try {
    connection.console.error(`this is a bug; please report it: ${trace}`);
  } catch {
    // The connection is closed.
  }
}
