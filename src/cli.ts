#!/usr/bin/env node
// The bin: hands the process over to main(). Only this file and the Action's touch `process`.

import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { loadCompiled } from "./compiled.ts";
import type { main as Main } from "./main.ts";

/** The path of the bundle beside this file; undefined where the sources run as they are. Set by the bundler. */
declare const BUNDLE: string | undefined;

async function run(): Promise<void> {
  for (const stream of [process.stdout, process.stderr]) {
    // A reader that closed its end (`| head`) wants no more; that is no failure.
    stream.on("error", error => process.exit((error as NodeJS.ErrnoException).code === "EPIPE" ? 0 : 2));
  }
  const { main, keep } = await load();
  process.exitCode = await main({
    argv: process.argv.slice(2),
    cwd: process.cwd(),
    env: process.env,
    stdout: streamOf(process.stdout),
    stderr: streamOf(process.stderr),
    stdin: () => readFileSync(0, "utf8"),
    now: milliseconds,
  });
  keep();
}

async function load(): Promise<{ main: typeof Main; keep: () => void }> {
  if (typeof BUNDLE === "undefined") return { main: (await import("./main.ts")).main, keep: () => {} };
  const { exports, keep } = loadCompiled(join(__dirname, BUNDLE), {
    directory: process.env.NODE_DISABLE_COMPILE_CACHE ? undefined : cacheDirectory(),
    platform: `${process.version}-${process.arch}`,
    userId: process.getuid?.(),
  });
  return { main: (exports as { main: typeof Main }).main, keep };
}

function cacheDirectory(): string | undefined {
  const base = process.env.XDG_CACHE_HOME;
  try {
    return join(base?.startsWith("/") ? base : join(homedir(), ".cache"), "kprobe-lint");
  } catch {
    return undefined;
  }
}

/** `performance` would load a module that costs more than reading the time for years. */
function milliseconds(): number {
  const [seconds, nanoseconds] = process.hrtime();
  return seconds * 1000 + nanoseconds / 1e6;
}

function streamOf(stream: NodeJS.WriteStream) {
  return {
    write: (text: string) => void stream.write(text),
    isTTY: stream.isTTY === true,
    columns: stream.columns ?? 80,
  };
}

void run();
