// Loads the bundle with its compiled code kept from an earlier run. Node does that by itself from 22.1 on; before, compiling is most of the
// time that a run over one small file takes.

import { chmodSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import * as nodeModule from "node:module";
import { basename, dirname, join } from "node:path";
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

/** Loads a CommonJS bundle by its absolute path, and the files beside it that it requires. */
export function loadCompiled(path: string, keeping: Keeping): Loaded {
  const require = nodeModule.createRequire(path);
  const { enableCompileCache } = nodeModule as { enableCompileCache?: () => unknown };
  if (enableCompileCache !== undefined) {
    if (keeping.directory !== undefined) enableCompileCache();
    return { exports: require(path), keep: () => {} };
  }
  const directory = keeping.directory === undefined ? undefined : ownDirectory(keeping.directory, keeping.userId);
  const parts = new Parts(dirname(path), { directory, platform: keeping.platform, require });
  return { exports: parts.load(basename(path)), keep: () => parts.keep() };
}

interface Place {
  readonly directory: string | undefined;
  readonly platform: string;
  readonly require: (id: string) => unknown;
}

/** A script, and the file that holds its compiled code. */
interface Kept {
  readonly script: Script;
  /** The file's name up to how many runs it has served. */
  readonly base: string;
  /** Undefined where there is none. */
  readonly runs: number | undefined;
  /** It was made from this script, by this engine with these flags. */
  readonly fits: boolean;
}

/** Runs differ in what they compile: what is kept is made anew after some of them, until it holds what they have in common. */
const REMADE_AFTER: readonly (number | undefined)[] = [1, 4, 16];
const RUNS_COUNTED = 17;

class Parts {
  private readonly home: string;
  private readonly place: Place;
  private readonly loaded = new Map<string, { exports: unknown }>();
  private readonly kept: Kept[] = [];
  private names: readonly string[] | undefined;

  constructor(home: string, place: Place) {
    this.home = home;
    this.place = place;
  }

  load(file: string): unknown {
    const known = this.loaded.get(file);
    if (known !== undefined) return known.exports;
    const module = { exports: {} };
    this.loaded.set(file, module);
    const path = join(this.home, file);
    const start = this.scriptOf(path).runInThisContext() as (...args: unknown[]) => void;
    start(module.exports, (id: string) => this.require(id), module, path, this.home);
    return module.exports;
  }

  private require(id: string): unknown {
    return id.startsWith("./") ? this.load(id.slice(2)) : this.place.require(id);
  }

  private scriptOf(path: string): Script {
    const { directory, platform } = this.place;
    const { size, mtimeMs } = statSync(path);
    // V8 compares only the length of a source with the one its code was made from, so the name has to tell them apart.
    const base = `${basename(path, ".js")}-${platform}-${size}-${Math.round(mtimeMs)}`;
    const runs = this.runsOf(base);
    const cachedData =
      directory === undefined || runs === undefined ? undefined : readIfThere(join(directory, nameOf(base, runs)));
    // The bundle is ASCII, so any encoding reads it; latin1 does so without looking.
    const script = new Script(nodeModule.wrap(readFileSync(path, "latin1")), {
      filename: path,
      ...(cachedData === undefined ? {} : { cachedData }),
    });
    const fits = cachedData !== undefined && script.cachedDataRejected !== true;
    this.kept.push({ script, base, runs, fits });
    return script;
  }

  private runsOf(base: string): number | undefined {
    const { directory } = this.place;
    if (directory === undefined) return undefined;
    this.names ??= namesIn(directory);
    const name = this.names.find(candidate => candidate.startsWith(`${base}-`));
    const runs = Number(name?.slice(base.length + 1, -".code".length));
    return Number.isSafeInteger(runs) ? runs : undefined;
  }

  keep(): void {
    const { directory } = this.place;
    if (directory === undefined) return;
    try {
      for (const kept of this.kept) keep(kept, directory);
      forget(directory);
    } catch {
      // A full or read-only disk costs speed, nothing else.
    }
  }
}

function nameOf(base: string, runs: number): string {
  return `${base}-${runs}.code`;
}

function namesIn(directory: string): string[] {
  try {
    return readdirSync(directory).filter(name => name.endsWith(".code"));
  } catch {
    return [];
  }
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

function keep({ script, base, runs, fits }: Kept, directory: string): void {
  if (fits && runs !== undefined && runs >= RUNS_COUNTED) return;
  const old = runs === undefined ? undefined : join(directory, nameOf(base, runs));
  const path = join(directory, nameOf(base, fits && runs !== undefined ? runs + 1 : 1));
  if (fits && old !== undefined && !REMADE_AFTER.includes(runs)) {
    renameSync(old, path);
    return;
  }
  const temporary = join(directory, `${base}.${Date.now()}.tmp`);
  writeFileSync(temporary, script.createCachedData(), { mode: 0o600 });
  chmodSync(temporary, 0o600);
  renameSync(temporary, path);
  // Two files of one script would be taken in turn.
  if (old !== undefined && old !== path) rmSync(old, { force: true });
}

/** Several installations may share the directory; of old ones only the last few are kept. */
const MOST_KEPT = 24;

function forget(directory: string): void {
  const names = namesIn(directory);
  if (names.length <= MOST_KEPT) return;
  const byAge = names.map(name => ({ name, made: statSync(join(directory, name)).mtimeMs }));
  byAge.sort((a, b) => b.made - a.made);
  for (const { name } of byAge.slice(MOST_KEPT)) rmSync(join(directory, name));
}
