// Reports and changed files on the disk.

import {
  chmodSync,
  chownSync,
  closeSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  statSync,
  unlinkSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { Report } from "./diagnostic.ts";
import type { Format } from "./formats.ts";
import type { Environment } from "./main.ts";
import { REPORTERS } from "./reporters/index.ts";
import type { ReporterOptions } from "./reporters/reporter.ts";
import { quoted } from "./reporters/visible.ts";

/** Writes every format (all but `pretty` without the duration, so that the same input gives the same bytes); false when one of the files could not be written, after the others and standard output were. */
export async function writeReports(
  { shown, steady }: { shown: Report; steady: Report },
  formats: readonly Format[],
  options: ReporterOptions,
  environment: Environment,
): Promise<boolean> {
  let ok = true;
  for (const { name, path, append } of formats) {
    const reporter = await REPORTERS[name]?.();
    if (reporter === undefined) continue;
    const text = reporter(
      name === "pretty" ? shown : steady,
      path === undefined ? options : { ...options, color: false, hyperlinks: false },
    );
    if (path === undefined) environment.stdout.write(text);
    else {
      try {
        writeReport(resolve(environment.cwd, path), text, append === true);
      } catch (error) {
        environment.stderr.write(
          `kprobe-lint: cannot write ${quoted(path)}: ${quoted(withoutCall(reasonOf(error)))}\n`,
        );
        // What was asked for is not lost.
        if (!formats.some(format => format.path === undefined)) environment.stdout.write(text);
        ok = false;
      }
    }
  }
  return ok;
}

/** An ordinary file gets the whole report or stays as it was; into a pipe, a terminal, or a file that is shared, it is written as it is. */
function writeReport(path: string, text: string, append: boolean): void {
  if (!append && isOrdinary(path)) replaceFile(path, Buffer.from(text));
  else writeFileSync(path, text, { flag: append ? "a" : "w" });
}

function isOrdinary(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return true;
  }
}

/** `ENOENT: no such file or directory`, without the call and the path that it was made with. */
function withoutCall(reason: string): string {
  return reason.replace(/, \w+ '[\s\S]*$/, "");
}

/**
 * Replaces a file whole or not at all: a new file beside it takes its name once everything is on the disk. A link stays one, mode and
 * owner stay. Throws what the file system throws.
 */
export function replaceFile(path: string, bytes: Uint8Array): void {
  const target = realOf(path);
  const before = statOf(target);
  const temporary = join(dirname(target), `.${basename(target)}.${crypto.randomUUID()}.tmp`);
  try {
    const file = openSync(temporary, "wx", before === undefined ? 0o666 : before.mode & 0o7777);
    try {
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    if (before !== undefined) keepOwner(temporary, before);
    renameSync(temporary, target);
  } catch (error) {
    remove(temporary);
    throw error;
  }
}

function keepOwner(path: string, { uid, gid, mode }: { uid: number; gid: number; mode: number }): void {
  const made = statSync(path);
  if (made.uid !== uid || made.gid !== gid) {
    try {
      chownSync(path, uid, gid);
    } catch {
      // Only root may give a file away; the file is then the writer's own, as with any editor.
    }
  }
  chmodSync(path, mode & 0o7777);
}

function realOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

function statOf(path: string): { uid: number; gid: number; mode: number } | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

function remove(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // It was never made, or has its new name already.
  }
}

/** The system's word for what went wrong: `ENOSPC: no space left on device`. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
