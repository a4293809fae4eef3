// --show-objects: every document of the input, manifest or not, as the API server's YAML reader takes it.

import { type Environment, EXIT } from "./main.ts";
import { quoted, visibleJson } from "./reporters/visible.ts";
import type { Source } from "./yaml/document.ts";
import { isRefused, readSource } from "./yaml/documents.ts";
import { toJson } from "./yaml/json.ts";
import { SERVER_LIMITS } from "./yaml/limits.ts";

/** One JSON value a line; a document that the server's reader refuses prints nothing, and makes the exit code 1. */
export async function showObjects(sources: readonly Source[], { stdout, stderr }: Environment): Promise<number> {
  let isBroken = false;
  for (const { path, text, flaw } of sources) {
    if (flaw !== undefined) {
      isBroken = true;
      stderr.write(`kprobe-lint: ${quoted(`${path}: ${flaw.message}`)}\n`);
      continue;
    }
    for (const document of await readSource(text, SERVER_LIMITS)) {
      const { root, index, problems } = document;
      if (!isRefused(document)) {
        if (root !== undefined) stdout.write(`${visibleJson(toJson(root))}\n`);
        continue;
      }
      isBroken = true;
      const reason = problems.find(({ severity }) => severity === "error") ?? problems[0];
      stderr.write(`kprobe-lint: ${quoted(`${path}: document ${index}: ${reason?.message ?? "it does not parse"}`)}\n`);
    }
  }
  return isBroken ? EXIT.findings : EXIT.ok;
}
