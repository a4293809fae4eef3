#!/usr/bin/env node
// The bin: hands the process over to main(). Only this file and the Action's touch `process`.

import { fstatSync, readFileSync, writeSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { loadCompiled } from "./compiled.ts";
import type { main as Main, Stream } from "./main.ts";

/** The path of the bundle beside this file; undefined where the sources run as they are. Set by the bundler. */
declare const BUNDLE: string | undefined;

async function run(): Promise<void> {
  const { main, keep } = await load();
  let hasLinted = false;
  process.exitCode = await main({
    argv: process.argv.slice(2),
    cwd: process.cwd(),
    env: process.env,
    stdout: streamOf(1),
    stderr: streamOf(2),
    stdin: () => readFileSync(0),
    converse: () => ({ input: process.stdin, output: process.stdout }),
    now: milliseconds,
    observe: () => {
      hasLinted = true;
    },
  });
  // Other commands compile little of what the main job needs.
  if (hasLinted) keep();
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

/**
 * Standard output or standard error. Node's own streams load a tenth of Node, which a small run feels: where the other end is a file or a
 * pipe, the text is written without them.
 */
function streamOf(descriptor: 1 | 2): Stream {
  let stream: NodeJS.WriteStream | undefined;
  const real = () => (stream ??= opened(descriptor));
  const isPlain = isPlainFile(descriptor);
  return {
    write: text => {
      const rest = isPlain && stream === undefined && !gone.has(descriptor) ? writePlain(descriptor, text) : text;
      if (rest.length > 0 && !gone.has(descriptor)) real().write(rest);
    },
    get isTTY() {
      return !isPlain && real().isTTY === true;
    },
    get columns() {
      return (isPlain ? undefined : real().columns) ?? 80;
    },
  };
}

function opened(descriptor: 1 | 2): NodeJS.WriteStream {
  const stream = descriptor === 1 ? process.stdout : process.stderr;
  return stream.on("error", error => unwritten(descriptor, error));
}

/** Descriptors whose reader closed its end (`| head`). */
const gone = new Set<number>();

/**
 * Whose reader wants no more is written no more: that is no failure, and no success either. The run goes on to its end, with all other
 * reports and the exit code that the findings make, which `set -o pipefail` hears.
 */
function unwritten(descriptor: number, error: Error): void {
  if ((error as NodeJS.ErrnoException).code !== "EPIPE") process.exit(2);
  gone.add(descriptor);
}

/** A file, a pipe, or a device such as /dev/null (1:3), but no terminal and no socket. */
function isPlainFile(descriptor: number): boolean {
  try {
    const stat = fstatSync(descriptor);
    return stat.isFile() || stat.isFIFO() || (stat.isCharacterDevice() && stat.rdev === 0x103);
  } catch {
    return false;
  }
}

/** Returns what could not be written because a pipe that does not block is full: a stream waits for it. */
function writePlain(descriptor: number, text: string): string | Buffer {
  const bytes = Buffer.from(text);
  let at = 0;
  try {
    while (at < bytes.length) at += writeSync(descriptor, bytes, at);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EAGAIN") unwritten(descriptor, error as Error);
  }
  return bytes.subarray(at);
}

void run();
