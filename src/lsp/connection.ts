// The library's connection, and how something is said in the editor's log, if there still is an editor.

import type { createConnection, Logger } from "vscode-languageserver";

export type Connection = ReturnType<typeof createConnection>;

export function log(connection: Connection, level: "error" | "warn", text: string): void {
  try {
    connection.console[level](text);
  } catch {
    // The connection is closed: there is nobody to be told.
  }
}

/** The library's own log: it would go through a closed connection, too. */
export function untilClosed(logger: Logger): Logger {
  const guarded = (level: keyof Logger) => (text: string) => {
    try {
      logger[level](text);
    } catch {
      // As above.
    }
  };
  return { error: guarded("error"), warn: guarded("warn"), info: guarded("info"), log: guarded("log") };
}

/** Tells of a fault of ours. */
export function logFault(connection: Connection, error: unknown): void {
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  log(connection, "error", `this is a bug; please report it: ${trace}`);
}
