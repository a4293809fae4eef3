// Finds and reads the configuration. It is data: nothing in it is executed, and what it builds on lies within the project.

import { lstatSync, readFileSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import type { Complaint } from "./config-check.ts";
import { type Base, type Config, EMPTY_CONFIG, isPath, joined, readConfig, type WrittenPolicy } from "./config-read.ts";
import { configSchema, type Schema } from "./config-schema.ts";
import { statOf } from "./files.ts";
import { UsageError } from "./options.ts";
import type { AnyRule } from "./rule.ts";
import type { PresetName } from "./settings.ts";
import { LineIndex } from "./yaml/lines.ts";

/** In this order in every directory; of several the first counts. */
export const CONFIG_NAMES = [".kprobe-lint.yaml", ".kprobe-lint.yml", ".kprobe-lint.json", "package.json"] as const;
const PACKAGE_KEY = "kprobe-lint";
const MAX_SIZE = 1024 * 1024;
const MAX_BASES = 32;

export interface ConfigRequest {
  readonly cwd: string;
  /** Where the search begins: the common directory of what is linted. */
  readonly start: string;
  /** `--config` or KPROBE_LINT_CONFIG; then nothing is searched. */
  readonly file?: string;
  readonly rules: readonly AnyRule[];
  /** What an editor holds in the place of a file, by absolute path; asked about every configuration that is read. */
  readonly textOf?: (path: string) => string | undefined;
}

/** Mistakes in one configuration, with their places, for those who can show them there. */
export class ConfigError extends UsageError {
  /** Absolute. */
  readonly path: string;
  readonly text: string;
  readonly complaints: readonly Complaint[];

  constructor(message: string, path: string, text: string, complaints: readonly Complaint[]) {
    super(message);
    this.path = path;
    this.text = text;
    this.complaints = complaints;
  }
}

export interface FoundConfig {
  readonly config: Config;
  /** Absolute. */
  readonly path: string;
  /** The directory of a configuration that was found, which is the project root; undefined when the file was named. */
  readonly root: string | undefined;
}

/** The configuration in force; undefined when there is none. Throws UsageError, a line for each mistake. */
export async function loadConfig(request: ConfigRequest): Promise<FoundConfig | undefined> {
  const { cwd, file } = request;
  const schema = configSchema(request.rules);
  if (file !== undefined) {
    const path = resolve(cwd, file);
    const config = await new Reader(request, schema, boundaryOf(dirname(path))).read(path);
    if (config === undefined) throw new UsageError(`${file} has no key "${PACKAGE_KEY}"`);
    return { config, path, root: undefined };
  }
  for (const path of candidates(request.start)) {
    const config = await new Reader(request, schema, boundaryOf(dirname(path))).readFound(path);
    if (config !== undefined) return { config, path, root: dirname(path) };
  }
  return undefined;
}

/** Files that may be the configuration, the nearest first; a repository ends the search. */
function* candidates(start: string): Iterable<string> {
  for (let directory = start; ; directory = dirname(directory)) {
    for (const name of CONFIG_NAMES) {
      const path = join(directory, name);
      if (isThere(path)) yield path;
    }
    if (isThere(join(directory, ".git")) || dirname(directory) === directory) return;
  }
}

/** What a configuration may build on lies in its repository, or below its own directory. */
function boundaryOf(directory: string): string {
  for (let at = directory; ; at = dirname(at)) {
    if (isThere(join(at, ".git"))) return at;
    if (dirname(at) === at) return directory;
  }
}

function isThere(path: string): boolean {
  try {
    lstatSync(path);
    return true;
  } catch {
    return false;
  }
}

class Reader {
  private readonly request: ConfigRequest;
  private readonly schema: Schema;
  private readonly boundary: string;
  private count = 0;

  constructor(request: ConfigRequest, schema: Schema, boundary: string) {
    this.request = request;
    this.schema = schema;
    this.boundary = boundary;
  }

  /** A file that nobody named: a link of the tree leads to no other one. */
  async readFound(path: string): Promise<Config | undefined> {
    if (lstatSync(path).isSymbolicLink() && statOf(path) !== undefined && !isInside(path, this.boundary))
      throw new UsageError(`${this.shown(path)}: the configuration is a link that lies outside of the project`);
    return this.read(path);
  }

  /** A file and all that it builds on; undefined for a package.json that says nothing to us. */
  async read(path: string, above: readonly string[] = []): Promise<Config | undefined> {
    const isPackage = basename(path) === "package.json";
    if (isPackage && !mayConfigure(path)) return undefined;
    const text = this.textOf(path);
    const { rules } = this.request;
    const file = await readConfig(text, { schema: this.schema, rules, ...(isPackage ? { key: PACKAGE_KEY } : {}) });
    if (file === undefined) return undefined;
    if (file.complaints.length > 0) throw this.error(path, text, file.complaints);
    let config = EMPTY_CONFIG;
    for (const base of file.bases)
      config = joined(config, await this.base(base, path, { text, above: [...above, path] }));
    return joined(config, this.withFiles(file.config, path, { text, isPackage }));
  }

  private withFiles(config: Config, path: string, document: { text: string; isPackage: boolean }): Config {
    const { policies, policyNames } = config;
    const places = policyNames?.map(name => this.placed(name, path, document));
    return {
      ...config,
      ...(policies === undefined ? {} : { policies: policies.map(policy => this.policy(policy, path, document)) }),
      ...(places === undefined ? {} : { policyNames: places }),
    };
  }

  /** A policy with its file; a path is absolute then, and lies in the project. */
  private policy(written: WrittenPolicy, path: string, document: { text: string; isPackage: boolean }): WrittenPolicy {
    const { value, at } = written;
    const placed = this.placed(written, path, document);
    if (typeof value !== "string") return placed;
    return { ...placed, value: this.within(value, path, { text: document.text, at }) };
  }

  private placed(
    written: WrittenPolicy,
    file: string,
    { text, isPackage }: { text: string; isPackage: boolean },
  ): WrittenPolicy {
    return {
      ...written,
      file,
      text,
      boundary: this.boundary,
      path: [...(isPackage ? [PACKAGE_KEY] : []), ...written.path],
    };
  }

  /** What a path of this file leads to. Nothing is told about what lies outside, not even whether it is there. */
  private within(given: string, path: string, { text, at }: { text: string; at: number }): string {
    const complain = (sentence: string) => this.error(path, text, [{ at, sentence }]);
    const target = resolve(dirname(path), given);
    const isOutside = isAbsolute(given) || !isBelow(target, this.boundary);
    if (!isOutside && !isThere(target)) throw complain(`"${given}" does not exist`);
    if (isOutside || !isInside(target, this.boundary)) throw complain(`"${given}" lies outside of the project`);
    return target;
  }

  private async base(
    base: Base,
    path: string,
    { text, above }: { text: string; above: readonly string[] },
  ): Promise<Config> {
    if (!isPath(base)) return { ...EMPTY_CONFIG, preset: base.text as PresetName };
    const complain = (sentence: string) => this.error(path, text, [{ at: base.at, sentence }]);
    const target = this.within(base.text, path, { text, at: base.at });
    if (above.includes(target)) throw complain(`"${base.text}" extends this file in turn`);
    if (++this.count > MAX_BASES) throw complain(`more than ${MAX_BASES} configurations build on each other`);
    return (await this.read(target, above)) ?? EMPTY_CONFIG;
  }

  private textOf(path: string): string {
    const edited = this.request.textOf?.(path);
    if (edited !== undefined) return edited;
    try {
      const stat = statSync(path);
      if (!stat.isFile()) throw this.unreadable(path, "the configuration is no file");
      if (stat.size > MAX_SIZE)
        throw this.unreadable(path, `the configuration has ${stat.size} bytes; ${MAX_SIZE} are the most`);
      return readFileSync(path, "utf8");
    } catch (error) {
      if (error instanceof UsageError) throw error;
      throw this.unreadable(path, `cannot read the configuration: ${reasonOf(error)}`);
    }
  }

  private unreadable(path: string, sentence: string): UsageError {
    return new ConfigError(`${this.shown(path)}: ${sentence}`, path, "", [{ at: 0, sentence }]);
  }

  private error(path: string, text: string, complaints: readonly Complaint[]): UsageError {
    const { message } = complaintError(this.shown(path), text, complaints);
    return new ConfigError(message, path, text, complaints);
  }

  private shown(path: string): string {
    return shownFrom(this.request.cwd, path);
  }
}

/** A path as messages write it. */
export function shownFrom(cwd: string, path: string): string {
  return relative(cwd, path).split(sep).join("/") || path;
}

/** Links are followed, so that none leads out. */
export function isInside(path: string, boundary: string): boolean {
  try {
    return isBelow(realpathSync(path), realpathSync(boundary));
  } catch {
    return false;
  }
}

/** Most package.json say nothing to us, and what is wrong with them is not ours to tell. */
function mayConfigure(path: string): boolean {
  try {
    const stat = statSync(path);
    return stat.isFile() && stat.size <= MAX_SIZE && /"kprobe-lint"\s*:\s*\{/.test(readFileSync(path, "utf8"));
  } catch {
    return false;
  }
}

function isBelow(path: string, directory: string): boolean {
  const way = relative(directory, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ENOENT") return "no such file";
  return code === "EACCES" ? "permission denied" : code || String(error);
}

/** Mistakes in a configuration that show only beside what else a run is given. `file` is absolute. */
export function configError(cwd: string, file: string, text: string, complaints: readonly Complaint[]): ConfigError {
  return new ConfigError(complaintError(shownFrom(cwd, file), text, complaints).message, file, text, complaints);
}

/** `file:line:column: sentence`, a line for each. */
export function complaintError(file: string, text: string, complaints: readonly Complaint[]): UsageError {
  const lines = new LineIndex(text);
  const sorted = [...complaints].sort((a, b) => a.at - b.at);
  const shown = sorted.map(({ at, sentence }) => {
    const { line, column } = lines.at(at);
    return `${file}:${line}:${column}: ${sentence}`;
  });
  return new UsageError(shown.join("\n"));
}
