// Names of formats -> reporters, each loaded when it is asked for.

import type { Reporter } from "./reporter.ts";

export const REPORTERS: Readonly<Record<string, () => Promise<Reporter>>> = {
  pretty: async () => (await import("./pretty.ts")).pretty,
  concise: async () => (await import("./concise.ts")).concise,
  json: async () => (await import("./json.ts")).json,
  github: async () => (await import("./github.ts")).github,
  gitlab: async () => (await import("./gitlab.ts")).gitlab,
  sarif: async () => (await import("./sarif.ts")).sarif,
  junit: async () => (await import("./junit.ts")).junit,
  checkstyle: async () => (await import("./checkstyle.ts")).checkstyle,
  rdjson: async () => (await import("./rdjson.ts")).rdjson,
  azure: async () => (await import("./azure.ts")).azure,
  markdown: async () => (await import("./markdown.ts")).markdown,
  html: async () => (await import("./html.ts")).html,
  agent: async () => (await import("./agent.ts")).agent,
};
