// `--staged` and `--changed=REF`: what git says has changed, and what it was before.

import { join, relative } from "node:path";
import { decode, git, gitBytes, gitRootOf, type Request, startOf, statOf } from "./discover.ts";
import { type Arguments, textOf, UsageError } from "./options.ts";
import { readShard } from "./shard.ts";
import type { Source } from "./yaml/document.ts";

export interface Changes {
  /** Absolute paths of what was added, modified, or renamed to. */
  readonly files: ReadonlySet<string>;
  /** With `--staged`: the index's bytes of the files that differ from it in the working tree. */
  readonly stagedTexts: ReadonlyMap<string, Buffer>;
  /** Files staged in part, as git names them. */
  readonly partly: readonly string[];
  /** The files below a directory; undefined where those of the working tree count. */
  listed: (directory: string) => string[] | undefined;
  /** What was deleted, renamed or modified, as it was before, by its path then. */
  before: () => ReadonlyMap<string, string>;
}

/** The flags that report on a part of the input. Throws UsageError. */
export function narrowed(args: Arguments, cwd: string): Pick<Request, "changes" | "shard"> {
  const { values, positionals } = args;
  const isStaged = values.staged === true;
  const since = textOf(values, "changed");
  const shard = textOf(values, "shard");
  const given = [
    isStaged ? "--staged" : "",
    since === undefined ? "" : "--changed",
    shard === undefined ? "" : "--shard",
  ];
  const [first, second] = given.filter(flag => flag !== "");
  if (first === undefined) return {};
  if (second !== undefined) throw new UsageError(`${first} and ${second} exclude each other`);
  if (positionals.includes("-")) throw new UsageError(`${first} is for files, not for standard input`);
  if (values["no-context"] === true) throw new UsageError(`${first} needs the files around; drop --no-context`);
  if (shard !== undefined) {
    if (values["write-baseline"] === true || values["prune-baseline"] === true)
      throw new UsageError("a baseline is written by a run over all of the input, not by a shard");
    return { shard: readShard(shard) };
  }
  const root = gitRootOf(startOf(cwd, positionals));
  if (root === undefined) throw new UsageError(`${first} needs a git repository`);
  const changes = isStaged ? stagedChanges(root) : changesSince(root, since ?? "HEAD");
  const [partly] = changes.partly;
  if (partly !== undefined && ["fix", "add-ignore"].some(name => values[name] !== undefined))
    throw new UsageError(`"${partly}" is staged in part only; stage or stash the rest of it before it is changed`);
  return { changes };
}

const DIFF = ["diff", "--name-status", "-z", "--find-renames", "--no-ext-diff", "--ignore-submodules"];

function stagedChanges(root: string): Changes {
  const listed = parsed(ask(root, [...DIFF, "--cached", "--"]));
  const differing = parsed(
    ask(root, ["diff", "--name-status", "-z", "--no-renames", "--no-ext-diff", "--ignore-submodules", "--"]),
  );
  const unlike = [...differing.added, ...differing.modified, ...differing.deleted];
  const texts = blobs(
    root,
    unlike.map(name => [`:${name}`, name]),
  );
  const added = [...listed.added, ...listed.modified];
  return {
    files: absolute(root, added),
    stagedTexts: new Map([...texts].map(([name, bytes]) => [join(root, name), bytes])),
    partly: added.filter(name => texts.has(name)),
    // What is not in the index will not be in the commit.
    listed: directory =>
      names(git(directory, ["ls-files", "-z", "--cached"]) ?? "")
        .map(name => join(directory, name))
        .filter(path => statOf(path)?.isFile() === true || texts.has(path)),
    before: () => beforeIn(root, "HEAD", listed),
  };
}

export function changesSince(root: string, ref: string): Changes {
  const base = baseOf(root, ref);
  const listed = parsed(ask(root, [...DIFF, base, "--"]));
  const untracked = names(ask(root, ["ls-files", "-z", "--others", "--exclude-standard"]));
  return {
    files: absolute(root, [...listed.added, ...listed.modified, ...untracked]),
    stagedTexts: new Map(),
    partly: [],
    listed: () => undefined,
    before: () => beforeIn(root, base, listed),
  };
}

/** Of some files, named from a directory: what the last commit has of them. Nothing outside a repository. */
export function committed(directory: string, paths: readonly string[]): Source[] {
  const root = gitRootOf(directory);
  if (root === undefined) return [];
  const specs = paths.map((path): [string, string] => [`HEAD:${relative(root, join(directory, path))}`, path]);
  return [...blobs(root, specs)].map(([path, bytes]) => ({ path, text: decode(bytes) }));
}

/** Where this branch left the other one: what happened there since is not its change. */
function baseOf(root: string, ref: string): string {
  const commit = ref.startsWith("-")
    ? undefined
    : git(root, ["rev-parse", "--verify", "--quiet", `${ref}^{commit}`])?.trim();
  if (commit !== undefined && commit !== "") return git(root, ["merge-base", commit, "HEAD"])?.trim() || commit;
  if (ref !== "HEAD") throw new UsageError(`git knows no commit "${ref}"; in CI, fetch it first (fetch-depth: 0)`);
  // Before the first commit everything is new.
  return ask(root, ["hash-object", "-t", "tree", "--stdin"]).trim();
}

interface Listed {
  readonly added: string[];
  readonly modified: string[];
  /** And what was renamed, by its old name. */
  readonly deleted: string[];
}

/** Reads `--name-status -z`: a status, then one name, or two for what was renamed or copied. */
function parsed(text: string): Listed {
  const listed: Listed = { added: [], modified: [], deleted: [] };
  const fields = names(text);
  for (let at = 0; at < fields.length; ) {
    const status = fields[at++]?.[0] ?? "";
    const name = fields[at++] ?? "";
    if (status === "D") listed.deleted.push(name);
    else if (status === "A") listed.added.push(name);
    else if (status === "R" || status === "C") {
      if (status === "R") listed.deleted.push(name);
      listed.added.push(fields[at++] ?? "");
    } else listed.modified.push(name);
  }
  return listed;
}

function beforeIn(root: string, tree: string, { modified, deleted }: Listed): Map<string, string> {
  const wanted = [...modified, ...deleted].filter(name => /\.(ya?ml|json)$|(^|\/)Kustomization$/i.test(name));
  const found = blobs(
    root,
    wanted.map(name => [`${tree}:${name}`, name]),
  );
  return new Map([...found].map(([name, bytes]) => [join(root, name), decode(bytes)]));
}

/** Contents of objects, by the name each is asked under. Objects that git does not have are left out. */
function blobs(root: string, wanted: readonly (readonly [object: string, name: string])[]): Map<string, Buffer> {
  const found = new Map<string, Buffer>();
  const asked = wanted.filter(([object]) => !object.includes("\n"));
  if (asked.length === 0) return found;
  const output = gitBytes(root, ["cat-file", "--batch"], asked.map(([object]) => `${object}\n`).join(""));
  let at = 0;
  for (const [, name] of asked) {
    const end = output?.indexOf(10, at) ?? -1;
    if (output === undefined || end < 0) break;
    const size = / blob (\d+)$/.exec(output.toString("utf8", at, end))?.[1];
    at = end + 1;
    if (size === undefined) continue;
    found.set(name, output.subarray(at, at + Number(size)));
    at += Number(size) + 1;
  }
  return found;
}

function ask(root: string, args: readonly string[]): string {
  const answer = git(root, args);
  if (answer === undefined) throw new UsageError(`git ${args[0]} failed; is git installed, and the repository sound?`);
  return answer;
}

function names(text: string): string[] {
  return text.split("\0").filter(name => name !== "");
}

function absolute(root: string, list: readonly string[]): Set<string> {
  return new Set(list.map(name => join(root, name)));
}
