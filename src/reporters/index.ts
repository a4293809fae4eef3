// Names of formats -> reporters, each loaded when it is asked for.

import type { Reporter } from "./reporter.ts";

export const REPORTERS: Readonly<Record<string, () => Promise<Reporter>>> = {
  pretty: async () => (await import("./pretty.ts")).pretty,
  concise: async () => (await import("./concise.ts")).concise,
  github: async () => (await import("./github.ts")).github,
  markdown: async () => (await import("./markdown.ts")).markdown,
  json: async () => (await import("./json.ts")).json,
};
