// `--policies PATH` and `--crd PATH`: manifests that are not linted themselves, but say what the others are held to.

import { join, relative, sep } from "node:path";
import { discover } from "./discover.ts";
import type { Environment } from "./main.ts";
import { type Arguments, listOf, UsageError } from "./options.ts";
import type { Source } from "./yaml/document.ts";

const LARGEST = 64 * 1024 * 1024;

/** The sources a flag names, with absolute paths; undefined without the flag: then nothing is loaded. */
export async function sourcesOf(
  flag: "policies" | "crd",
  args: Arguments,
  environment: Environment,
): Promise<readonly Source[] | undefined> {
  const paths = listOf(args.values, flag);
  if (paths.length === 0) return undefined;
  return manifestsAt(paths, environment, sentence => new UsageError(`--${flag}: ${sentence}`));
}

/** Manifests in files, directories and globs, with absolute paths. Throws the error made of a sentence about paths that hold none. */
export async function manifestsAt(
  paths: readonly string[],
  { cwd, stdin }: Pick<Environment, "cwd" | "stdin">,
  complaint: (sentence: string) => Error,
): Promise<Source[]> {
  const found = await discover({ cwd, paths, stdin, exclude: [], context: false, maxFileSize: LARGEST });
  const [unreadable] = found.unreadable;
  if (unreadable !== undefined) throw complaint(unreadable);
  if (found.sources.length === 0) throw complaint(`no manifest found in ${paths.join(" ")}`);
  return found.sources.map(({ path, text }) => ({ path: join(found.root, path), text }));
}

/** Sources with their paths from the project root, as those of the input. */
export function seenFrom(root: string, sources: readonly Source[]): Source[] {
  return sources.map(source => ({ ...source, path: relative(root, source.path).split(sep).join("/") }));
}
