// `--fix`, `--diff` and `--add-ignore`: changes to files, proved first, then written whole or not at all.

import { readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { unifiedDiff } from "./diff.ts";
import { type Discovered, decode } from "./discover.ts";
import { type Fixed, fixSources } from "./fix-run.ts";
import type { LintResult } from "./lint.ts";
import type { Environment } from "./main.ts";
import { type Arguments, textOf } from "./options.ts";
import { quoted, visible } from "./reporters/visible.ts";
import { addIgnores } from "./suppress-run.ts";
import { reasonOf, replaceFile } from "./write.ts";
import type { Source } from "./yaml/document.ts";

export interface Changes {
  /** What is to be reported after the changes. */
  readonly result: LintResult;
  /** A file could not be written. */
  readonly failed: boolean;
  /** The differences were printed, in place of a report. */
  readonly isDiff: boolean;
}

export async function changeFiles(
  args: Arguments,
  environment: Environment,
  found: Discovered,
  lint: (sources: readonly Source[]) => Promise<LintResult>,
): Promise<Changes> {
  const reason = textOf(args.values, "add-ignore");
  const files = new Files(environment, found);
  if (reason !== undefined) return ignoreAll(reason, files, found.sources, lint);
  const fixed = await fixSources({ sources: found.sources, lint, unsafe: args.values["unsafe-fixes"] === true });
  for (const [file, why] of fixed.left) files.say(`${files.shown(file)} was left as it is: ${why}`);
  if (args.values.diff === true) {
    files.printDiff(fixed, found.sources);
    return { result: fixed.before, failed: false, isDiff: true };
  }
  const failed = !files.write(fixed.changed, found.sources);
  if (fixed.count > 0 && !failed)
    files.say(`fixed ${counted(fixed.count, "problem")} in ${counted(fixed.changed.length, "file")}`);
  return { result: failed ? await lint(found.sources) : fixed.after, failed, isDiff: false };
}

async function ignoreAll(
  reason: string,
  files: Files,
  sources: readonly Source[],
  lint: (sources: readonly Source[]) => Promise<LintResult>,
): Promise<Changes> {
  const { changed, count, left, after } = await addIgnores(sources, reason.replace(/\s+/g, " ").trim(), lint);
  const failed = !files.write(changed, sources);
  if (!failed) files.say(`ignored ${counted(count, "problem")} in ${counted(changed.length, "file")}`);
  if (left.length > 0)
    files.say(`${counted(left.length, "problem")} cannot be ignored by a comment; a baseline can do it`);
  return { result: failed ? await lint(sources) : after, failed, isDiff: false };
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** The files of a run, by their names in the report. */
class Files {
  private readonly environment: Environment;
  private readonly root: string;

  constructor(environment: Environment, { root }: Discovered) {
    this.environment = environment;
    this.root = root;
  }

  shown(file: string): string {
    return visible(this.fromHere(file));
  }

  private fromHere(file: string): string {
    return relative(this.environment.cwd, join(this.root, file)).split(sep).join("/");
  }

  say(text: string): void {
    this.environment.stderr.write(`kprobe-lint: ${text}\n`);
  }

  printDiff({ changed }: Fixed, originals: readonly Source[]): void {
    const { stdout, env } = this.environment;
    // Runners obey commands in a log; there it is only looked at.
    const isForEyes = stdout.isTTY || Boolean(env.GITHUB_ACTIONS || env.TF_BUILD);
    for (const { path, text } of changed) {
      const before = originals.find(source => source.path === path)?.text ?? "";
      const diff = unifiedDiff(this.fromHere(path), before, text);
      // A file or a pipe gets the very bytes, so that the difference can be applied.
      stdout.write(isForEyes ? `${diff.trimEnd().split("\n").map(quoted).join("\n")}\n` : diff);
    }
  }

  /** Replaces each file; false when one of them could not be. */
  write(changed: readonly Source[], originals: readonly Source[]): boolean {
    let ok = true;
    for (const { path, text } of changed) {
      try {
        const file = join(this.root, path);
        const before = originals.find(source => source.path === path)?.text;
        replaceFile(file, encoded(text, before, readFileSync(file)));
      } catch (error) {
        this.say(`cannot write ${this.shown(path)}: ${reasonOf(error)}`);
        ok = false;
      }
    }
    return ok;
  }
}

/** The text in the encoding of the file. Throws when the file is not what was read, or not what the text says. */
function encoded(text: string, before: string | undefined, bytes: Buffer): Buffer {
  if (decode(bytes) !== before) throw new Error("it changed in the meantime");
  const isBig = bytes[0] === 0xfe && bytes[1] === 0xff;
  const isLittle = bytes[0] === 0xff && bytes[1] === 0xfe;
  const encode = (content: string) =>
    isBig ? Buffer.from(content, "utf16le").swap16() : Buffer.from(content, isLittle ? "utf16le" : "utf8");
  if (!encode(before).equals(bytes)) throw new Error("it is not valid UTF-8");
  return encode(text);
}
