// Loads the bundle with its compiled code kept from an earlier run. Node does that by itself from 22.1 on; before, compiling is most of the
// time that a run over one small file takes.

import { chmodSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import * as nodeModule from "node:module";
import { dirname, join } from "node:path";
import { Script } from "node:vm";

export interface Loaded {
  readonly exports: unknown;
  /** Keeps what was compiled in this run, functions included, for the next. Never throws: without it the next run is only slower. */
  readonly keep: () => void;
}

export interface Keeping {
  /** A directory of the user's own; undefined to keep nothing. */
  readonly directory: string | undefined;
  /** Node's version and architecture: compiled code fits no other. */
  readonly platform: string;
  readonly userId: number | undefined;
}

/** Loads a CommonJS bundle by its absolute path. */
export function loadCompiled(path: string, keeping: Keeping): Loaded {
  const require = nodeModule.createRequire(path);
  const { enableCompileCache } = nodeModule as { enableCompileCache?: () => unknown };
  if (enableCompileCache !== undefined) {
    if (keeping.directory !== undefined) enableCompileCache();
    return { exports: require(path), keep: () => {} };
  }
  // The bundle is ASCII, so any encoding reads it; latin1 does so without looking.
  const { size, mtimeMs } = statSync(path);
  // V8 compares only the length of a source with the one its code was made from, so the name has to tell them apart.
  const name = `main-${keeping.platform}-${size}-${Math.round(mtimeMs)}.code`;
  const directory = keeping.directory === undefined ? undefined : ownDirectory(keeping.directory, keeping.userId);
  const cachedData = directory === undefined ? undefined : readIfThere(join(directory, name));
  const script = new Script(nodeModule.wrap(readFileSync(path, "latin1")), {
    filename: path,
    ...(cachedData === undefined ? {} : { cachedData }),
  });
  const module = { exports: {} };
  const start = script.runInThisContext() as (...args: unknown[]) => void;
  start(module.exports, require, module, path, dirname(path));
  const isFresh = cachedData !== undefined && script.cachedDataRejected !== true;
  return { exports: module.exports, keep: () => directory !== undefined && !isFresh && keep(script, directory, name) };
}

/** The directory, made if need be; undefined unless it belongs to the user alone: what it holds is run. */
function ownDirectory(directory: string, userId: number | undefined): string | undefined {
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    const { uid, mode } = statSync(directory);
    return userId === undefined || (uid === userId && (mode & 0o022) === 0) ? directory : undefined;
  } catch {
    return undefined;
  }
}

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

function keep(script: Script, directory: string, name: string): void {
  try {
    const temporary = join(directory, `${name}.${Date.now()}.tmp`);
    writeFileSync(temporary, script.createCachedData(), { mode: 0o600 });
    chmodSync(temporary, 0o600);
    renameSync(temporary, join(directory, name));
    for (const other of readdirSync(directory))
      if (other.endsWith(".code") && other !== name) rmSync(join(directory, other));
  } catch {
    // A full or read-only disk costs speed, nothing else.
  }
}
