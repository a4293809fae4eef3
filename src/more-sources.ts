// `--policies PATH` and `--crd PATH`: manifests that are not linted themselves, but say what the others are held to.

import { join, relative, sep } from "node:path";
import { discover } from "./discover.ts";
import type { Environment } from "./main.ts";
import { type Arguments, listOf, UsageError } from "./options.ts";
import type { Source } from "./yaml/document.ts";

const LARGEST = 64 * 1024 * 1024;

/** Undefined without the flag: then nothing is loaded. Paths are relative to the project root, as those of the input. */
export async function sourcesOf(
  flag: "policies" | "crd",
  args: Arguments,
  environment: Environment,
  root: string,
): Promise<readonly Source[] | undefined> {
  const paths = listOf(args.values, flag);
  if (paths.length === 0) return undefined;
  const { cwd, stdin } = environment;
  const found = await discover({ cwd, paths, stdin, exclude: [], context: false, maxFileSize: LARGEST });
  const [unreadable] = found.unreadable;
  if (unreadable !== undefined) throw new UsageError(`--${flag}: ${unreadable}`);
  if (found.sources.length === 0) throw new UsageError(`--${flag}: no manifest found in ${paths.join(" ")}`);
  return found.sources.map(source => ({
    ...source,
    path: relative(root, join(found.root, source.path)).split(sep).join("/"),
  }));
}
