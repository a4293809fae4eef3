#!/usr/bin/env node
// The bin: hands the process over to main(). The only file that touches `process`.

import { readFileSync } from "node:fs";
import * as module from "node:module";

// Compiled code of the bundle is kept between runs, where Node can (22.1 and later).
(module as { enableCompileCache?: () => unknown }).enableCompileCache?.();

const { main } = await import("./main.ts");

for (const stream of [process.stdout, process.stderr]) {
  // A reader that closed its end (`| head`) wants no more; that is no failure.
  stream.on("error", error => process.exit((error as NodeJS.ErrnoException).code === "EPIPE" ? 0 : 2));
}

const streamOf = (stream: NodeJS.WriteStream) => ({
  write: (text: string) => void stream.write(text),
  isTTY: stream.isTTY === true,
  columns: stream.columns ?? 80,
});

process.exitCode = await main({
  argv: process.argv.slice(2),
  cwd: process.cwd(),
  env: process.env,
  stdout: streamOf(process.stdout),
  stderr: streamOf(process.stderr),
  stdin: () => readFileSync(0, "utf8"),
  now: () => performance.now(),
});
