// The library's connection, and how a fault of ours is told through it.

import type { createConnection } from "vscode-languageserver";

export type Connection = ReturnType<typeof createConnection>;

export function faultText(error: unknown): string {
  return `this is a bug; please report it: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}
