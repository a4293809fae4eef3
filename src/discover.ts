// Paths, globs and standard input -> sources, in a stable order; and the project around them.

import { type Dirent, readdirSync } from "node:fs";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import type { Changes } from "./changes.ts";
import { compareText, type Skipped } from "./diagnostic.ts";
import {
  boundaryOf,
  gitRootOf,
  isBelow,
  isOwnFile,
  readHead,
  readUpTo,
  realpathOf,
  STRAY_DEVICE,
  STRAY_LINK,
  statOf,
} from "./files.ts";
import { isExploding, pathMatcher } from "./glob.ts";
import { type Shard, shardOf } from "./shard.ts";
import { HALF_UNIT, withBadBytes } from "./yaml/bad-bytes.ts";
import type { Source } from "./yaml/document.ts";
import { limitProblem } from "./yaml/limit-problem.ts";
import { DEFAULT_LIMITS } from "./yaml/limits.ts";

export { gitRootOf, statOf } from "./files.ts";

export interface Request {
  readonly cwd: string;
  /** Files, directories and globs as the user wrote them; "-" is standard input. */
  readonly paths: readonly string[];
  readonly stdin: () => string | Buffer;
  readonly stdinFilename?: string;
  readonly exclude: readonly string[];
  /** Globs of what counts in directories; everything where it is absent. */
  readonly include?: readonly string[];
  /** The directory of the configuration file, where there is one: the project root. */
  readonly configRoot?: string;
  /** false: look at nothing but the input. A path: look there instead of in the project. */
  readonly context: boolean | string;
  readonly maxFileSize: number;
  /** Only what git says is staged or changed is reported on; all else is context. */
  readonly changes?: Changes;
  /** Only one part of the input is reported on; all else is context. */
  readonly shard?: Shard;
}

export interface Discovered {
  /** Absolute path of the project root, to which all paths of the report are relative. */
  readonly root: string;
  readonly sources: readonly Source[];
  readonly context: readonly Source[] | undefined;
  readonly kustomizations: readonly Source[];
  readonly skipped: readonly Skipped[];
  /** Kustomization files were asked about: they say how manifests are put together, and are none. */
  readonly askedKustomizations: boolean;
  /** Paths that could not be read, each with the reason; the run goes on without them and ends with exit code 2. */
  readonly unreadable: readonly string[];
  /** A flag chose among the input, so that nothing left is no mistake. */
  readonly isNarrowed: boolean;
  /** Files that other parts of the input (`--shard`) report on. */
  readonly elsewhere: ReadonlySet<string>;
  /** The project as it was before the change: what is found now and was not found then, the change broke. */
  readonly before: Before | undefined;
}

export interface Before {
  readonly sources: readonly Source[];
  readonly kustomizations: readonly Source[];
  /** Files of today that were different then, or not there. */
  readonly changed: ReadonlySet<string>;
}

const MANIFEST = /\.(ya?ml|json)$/i;
const KUSTOMIZATION = /(^|\/)(kustomization\.ya?ml|Kustomization)$/;
const IGNORED = new Set([".git", "node_modules", ".terraform", "vendor", ".cache"]);
/** JSON of other tools, which is never a manifest and often large. */
const OTHER_JSON = /(^|\/)(package(-lock)?|tsconfig[^/]*|composer|renovate|\.eslintrc)\.json$/;
/** The configuration and the baseline, of whatever name it has by default. */
const OWN = /^\.kprobe-lint[\w.-]*\.(ya?ml|json)$/;
/** Files around the input beyond this are left out: the project is then too large to prove an absence by. */
const CONTEXT_FILES = 50_000;
const HEAD = 64 * 1024;

/** What a file is by its name. */
export function roleOf(path: string): "manifest" | "kustomization" | "configuration" | "other" {
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (OWN.test(name) || name === "package.json") return "configuration";
  if (KUSTOMIZATION.test(path)) return "kustomization";
  return MANIFEST.test(name) && !OTHER_JSON.test(path) ? "manifest" : "other";
}

export async function discover(request: Request): Promise<Discovered> {
  const finder = new Finder(request);
  const paths = request.paths.length === 0 ? ["."] : request.paths;
  for (const path of paths) await finder.add(path);
  finder.addStaged();
  return finder.finish();
}

class Finder {
  private readonly request: Request;
  private readonly files = new Set<string>();
  /** Named one by one, so that `include` has no say. */
  private readonly named = new Set<string>();
  private readonly kustomizationFiles = new Set<string>();
  private readonly bases: string[] = [];
  private readonly charts = new Set<string>();
  private readonly visited = new Set<string>();
  private readonly unreadable: string[] = [];
  /** What is called like a manifest and is none to be opened, with the reason. */
  private readonly strays = new Map<string, string>();
  /** Links that were not named one by one lead no further than this. */
  private boundary = "";
  private stdin: Source | undefined;
  private wholeDirectory = true;

  constructor(request: Request) {
    this.request = request;
  }

  async add(path: string): Promise<void> {
    if (path === "-") {
      const { cwd, stdinFilename } = this.request;
      const text = this.request.stdin();
      const path = stdinFilename === undefined ? "<stdin>" : resolve(cwd, stdinFilename);
      this.stdin = { path, text: typeof text === "string" ? text : decode(text) };
      return;
    }
    const absolute = resolve(this.request.cwd, path);
    const stat = statOf(absolute);
    this.boundary = boundaryOf(absolute, this.request.configRoot);
    if (stat?.isDirectory()) {
      this.bases.push(absolute);
      this.walk(absolute);
    } else if (stat?.isFile()) {
      this.wholeDirectory = false;
      this.bases.push(dirname(absolute));
      this.named.add(absolute);
      this.take(absolute);
    } else if (stat !== undefined) this.unreadable.push(`${path}: neither a file nor a directory`);
    else if (/[*?[\]{}!]/.test(path)) await this.glob(path);
    else this.unreadable.push(`${path}: no such file or directory`);
  }

  /** Files that are staged, and gone from the directories that were asked about. */
  addStaged(): void {
    for (const file of this.request.changes?.stagedTexts.keys() ?? [])
      if (!this.files.has(file) && this.bases.some(base => file.startsWith(base + sep))) this.take(file);
  }

  private async glob(pattern: string): Promise<void> {
    if (isExploding(pattern))
      return void this.unreadable.push(`${pattern.slice(0, 100)}: the pattern stands for too many others`);
    const { globby } = await import("globby");
    this.wholeDirectory = false;
    const found = await globby(pattern, { cwd: this.request.cwd, absolute: true, dot: false, onlyFiles: true });
    this.bases.push(this.request.cwd);
    for (const file of found.sort())
      if (isBelow(realpathOf(file), boundaryOf(this.request.cwd, this.request.configRoot))) this.take(file);
      else this.strays.set(file, STRAY_LINK);
  }

  /** `real` is the directory without links: asking for it at every level would take the square of the depth. */
  private walk(directory: string, real = realpathOf(directory)): void {
    if (real === undefined || this.visited.has(real)) return;
    this.visited.add(real);
    let entries: Dirent[];
    try {
      entries = readdirSync(directory, { withFileTypes: true }).sort((a, b) => compareText(a.name, b.name));
    } catch {
      this.unreadable.push(`${relative(this.request.cwd, directory) || "."}: cannot be listed`);
      return;
    }
    const isChart = entries.some(({ name }) => name === "Chart.yaml");
    for (const entry of entries) {
      const { name } = entry;
      if (IGNORED.has(name) || OWN.test(name)) continue;
      const path = join(directory, name);
      if (isChart && name === "templates") {
        this.charts.add(path);
        continue;
      }
      if (entry.isSymbolicLink()) this.follow(path);
      else if (name.includes("\ufffd") && statOf(path) === undefined) this.refuseName(entry, path);
      else if (entry.isDirectory()) this.walk(path, join(real, name));
      else if (entry.isFile()) this.take(path);
      else if (MANIFEST.test(name)) this.strays.set(path, STRAY_DEVICE);
    }
  }

  /** A link of a tree that nobody trusts shows no file of another one. */
  private follow(path: string): void {
    const stat = statOf(path);
    const isInside = stat !== undefined && isBelow(realpathOf(path), this.boundary);
    if (isInside && stat.isDirectory()) this.walk(path);
    else if (isInside && stat.isFile()) this.take(path);
    else if (stat?.isDirectory() || MANIFEST.test(path)) this.strays.set(path, STRAY_LINK);
  }

  private refuseName(entry: Dirent, path: string): void {
    if (entry.isDirectory() || MANIFEST.test(entry.name))
      this.unreadable.push(`${relative(this.request.cwd, path)}: its name is not valid UTF-8; rename it`);
  }

  private take(file: string): void {
    const path = file.split(sep).join("/");
    if (KUSTOMIZATION.test(path)) this.kustomizationFiles.add(file);
    else if (!MANIFEST.test(path) && this.wholeDirectory) return;
    else if (!OTHER_JSON.test(path)) this.files.add(file);
  }

  finish(): Discovered {
    const askedKustomizations = this.kustomizationFiles.size > 0;
    const root = this.rootOf();
    const start = root.endsWith(sep) ? root : root + sep;
    const named = (file: string) => {
      if (file === "<stdin>") return file;
      return (file.startsWith(start) ? file.slice(start.length) : relative(root, file)).split(sep).join("/");
    };
    const isExcluded = pathMatcher(this.request.exclude);
    const { include, changes, shard } = this.request;
    const isIncluded = include === undefined ? () => true : pathMatcher(include);
    const asked = [...this.files]
      .sort()
      .filter(file => !isExcluded(named(file)) && (this.named.has(file) || isIncluded(named(file))))
      .filter(file => changes?.files.has(file) !== false);
    const isMine = shard === undefined ? () => true : shardOf(asked, shard, file => statOf(file)?.size ?? 0);
    const chosen = asked.filter(isMine);
    const others = asked.filter(file => !isMine(file));
    // Several parts tell it once.
    const skipped: Skipped[] = (shard === undefined || shard.index === 1 ? [...this.charts] : []).map(chart => ({
      file: named(chart),
      reason: "template",
      detail: "templates of a Helm chart; lint what `helm template` prints",
    }));
    for (const [file, detail] of this.strays)
      if (!isExcluded(named(file))) skipped.push({ file: named(file), reason: "not-a-manifest", detail });
    const stdin = this.stdin === undefined ? [] : [{ ...this.stdin, path: named(this.stdin.path) }];
    const sources = [...chosen.flatMap(file => this.read(file, named(file), skipped, true)), ...stdin];
    const around = others.flatMap(file => this.read(file, named(file), []));
    const context = this.contextOf(root, new Set(asked), named);
    const kustomizations = [...this.kustomizationFiles].sort().flatMap(file => this.read(file, named(file), []));
    return {
      ...{ root, sources, kustomizations, askedKustomizations, skipped, unreadable: this.unreadable },
      context: context && [...around, ...context].filter(({ path }) => path !== stdin[0]?.path),
      ...{ isNarrowed: changes !== undefined || shard !== undefined, elsewhere: new Set(others.map(named)) },
      before: changes === undefined ? undefined : this.before(changes, named),
    };
  }

  private before(changes: Changes, named: (file: string) => string): Before | undefined {
    const isExcluded = pathMatcher(this.request.exclude);
    const old = [...changes.before()].filter(([file]) => !isExcluded(named(file)) && !this.inChart(file));
    if (old.length === 0) return undefined;
    const sources: Source[] = [];
    const kustomizations: Source[] = [];
    for (const [file, text] of old) {
      const path = named(file);
      if (KUSTOMIZATION.test(path)) kustomizations.push({ path, text });
      else if (MANIFEST.test(path) && !OTHER_JSON.test(path)) sources.push({ path, text });
    }
    return { sources, kustomizations, changed: new Set([...changes.files].map(named)) };
  }

  private read(file: string, path: string, skipped: Skipped[], isAsked = false): Source[] {
    const staged = this.request.changes?.stagedTexts.get(file);
    const most = this.request.maxFileSize;
    try {
      const { size, bytes } = staged === undefined ? readUpTo(file, most) : { size: staged.length, bytes: staged };
      if (size <= most) return [{ path, text: decode(bytes) }];
      skipped.push({ file: path, reason: "too-large", detail: `${size} bytes; --max-file-size is ${most}` });
      return isAsked ? [this.cutOff(file, path)] : [];
    } catch (error) {
      this.unreadable.push(`${path}: ${error instanceof Error ? error.message : String(error)}`);
      return [];
    }
  }

  /** The head of a file that is too large: enough to see whether it is a manifest, of which its diagnostic then speaks. */
  private cutOff(file: string, path: string): Source {
    const limits = { ...DEFAULT_LIMITS, size: this.request.maxFileSize };
    const head = (this.request.changes?.stagedTexts.get(file) ?? readHead(file, HEAD)).subarray(0, HEAD);
    return { path, text: decode(head).replace(/[^\n]*$/, ""), flaw: limitProblem("size", limits, 0, 0) };
  }

  /** The configuration's directory, else the git root, else the common directory of the arguments. */
  private rootOf(): string {
    if (this.request.configRoot !== undefined) return this.request.configRoot;
    const common = commonDirectory(this.bases.length === 0 ? [this.request.cwd] : this.bases);
    return gitRootOf(common) ?? common;
  }

  private contextOf(root: string, chosen: ReadonlySet<string>, named: (file: string) => string): Source[] | undefined {
    const { context } = this.request;
    if (context === false || (this.stdin !== undefined && chosen.size === 0 && context === true)) return undefined;
    const directory = typeof context === "string" ? resolve(this.request.cwd, context) : root;
    const near = typeof context === "string" ? [directory] : this.wholeDirectory ? [] : this.bases;
    const listed = this.request.changes?.listed(directory) ?? gitFiles(directory) ?? this.neighbours(near);
    const isExcluded = pathMatcher(this.request.exclude);
    const others = listed.filter(file => !chosen.has(file) && !isExcluded(named(file)));
    for (const file of others) if (KUSTOMIZATION.test(file)) this.kustomizationFiles.add(file);
    return others
      .filter(file => MANIFEST.test(file) && !KUSTOMIZATION.test(file) && !OTHER_JSON.test(file) && !this.inChart(file))
      .sort()
      .slice(0, CONTEXT_FILES)
      .flatMap(file => this.read(file, named(file), []))
      .filter(({ text }) => /\bkind\b/.test(text));
  }

  private inChart(file: string): boolean {
    for (const chart of this.charts) if (file.startsWith(chart + sep)) return true;
    return false;
  }

  /** Without a repository to ask, the files beside the given ones are the context. */
  private neighbours(directories: readonly string[]): string[] {
    return [...new Set(directories)].flatMap(directory => {
      try {
        return readdirSync(directory)
          .map(name => join(directory, name))
          .filter(path => isOwnFile(path, boundaryOf(directory, this.request.configRoot)));
      } catch {
        return [];
      }
    });
  }
}

/** Files git tracks below a directory, and untracked ones it does not ignore; undefined outside a repository. */
function gitFiles(directory: string): string[] | undefined {
  const root = gitRootOf(directory);
  if (root === undefined) return undefined;
  const boundary = realpathOf(root) ?? root;
  const listed = git(directory, ["ls-files", "-z", "--cached", "--others", "--exclude-standard"]);
  return listed
    ?.split("\0")
    .filter(name => MANIFEST.test(name) || KUSTOMIZATION.test(name))
    .map(name => join(directory, name))
    .filter(path => isOwnFile(path, boundary));
}

/** What git prints, or undefined when it is not there or says no. */
export function git(cwd: string, args: readonly string[]): string | undefined {
  return gitBytes(cwd, args)?.toString("utf8");
}

/** The same for what may be no text, with something to read on its standard input. */
export function gitBytes(cwd: string, args: readonly string[], input = ""): Buffer | undefined {
  try {
    // Loaded when git is asked: a run without a repository needs no processes.
    const { execFileSync } = process.getBuiltinModule("node:child_process");
    return execFileSync("git", args, { cwd, input, stdio: ["pipe", "pipe", "ignore"], maxBuffer: 1 << 30 });
  } catch {
    return undefined;
  }
}

/** The directory in which all that is asked about lies. */
export function startOf(cwd: string, paths: readonly string[], stdinFilename = "stdin"): string {
  const bases = (paths.length === 0 ? ["."] : paths).map(path => {
    if (path === "-") return dirname(resolve(cwd, stdinFilename));
    const absolute = resolve(cwd, path);
    const stat = statOf(absolute);
    return stat === undefined ? cwd : stat.isDirectory() ? absolute : dirname(absolute);
  });
  return commonDirectory(bases);
}

function commonDirectory(paths: readonly string[]): string {
  const [first, ...rest] = paths.map(path => path.split(sep));
  if (first === undefined) return sep;
  let length = first.length;
  for (const other of rest) {
    let same = 0;
    while (same < length && other[same] === first[same]) same++;
    length = same;
  }
  return first.slice(0, length).join(sep) || sep;
}

/** UTF-8, or UTF-16 with a byte order mark, as the API server's reader takes it. */
export function decode(bytes: Buffer): string {
  const isBig = bytes[0] === 0xfe && bytes[1] === 0xff;
  if (isBig || (bytes[0] === 0xff && bytes[1] === 0xfe)) {
    const even = bytes.subarray(0, bytes.length & ~1);
    const text = (isBig ? Buffer.from(even).swap16() : even).toString("utf16le");
    return even.length === bytes.length ? text : text + HALF_UNIT;
  }
  const text = bytes.toString("utf8");
  // The replacement character may be what the author wrote, or what stands for bytes that mean nothing.
  return text.includes("\ufffd") ? withBadBytes(bytes) : text;
}

/** A path as the reader of a report finds it: relative to where the command runs. */
export function displayPrefix(cwd: string, root: string): string {
  const prefix = relative(cwd, root).split(sep).join("/");
  return prefix === "" || isAbsolute(prefix) ? prefix : `${prefix}/`;
}
