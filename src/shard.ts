// `--shard I/N`: which files of the input are part I of N. Whole directories, neighbours together, in parts of about the same size; every
// part is told of the rest as context, so that what is found across files is the same as in one run.

import { UsageError } from "./options.ts";

export interface Shard {
  /** From 1 on. */
  readonly index: number;
  readonly count: number;
}

const MOST = 10_000;

/** Reads `I/N`. Throws UsageError. */
export function readShard(text: string): Shard {
  const [, index, count] = /^(\d{1,5})\/(\d{1,5})$/.exec(text) ?? [];
  const shard = { index: Number(index), count: Number(count) };
  if (shard.index >= 1 && shard.index <= shard.count && shard.count <= MOST) return shard;
  throw new UsageError(`--shard is I/N with I from 1 to N, as in 1/4, not "${text}"`);
}

/** Which of the files, sorted, belong to the part. Every file belongs to exactly one. */
export function shardOf(
  files: readonly string[],
  { index, count }: Shard,
  sizeOf: (file: string) => number,
): (file: string) => boolean {
  const weights = new Map<string, number>();
  for (const file of files) {
    const directory = directoryOf(file);
    // A small file costs something, too.
    weights.set(directory, (weights.get(directory) ?? 0) + sizeOf(file) + 256);
  }
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  const mine = new Set<string>();
  let done = 0;
  for (const directory of [...weights.keys()].sort()) {
    const weight = weights.get(directory) ?? 0;
    // The part in which the middle of the directory falls.
    const part = Math.min(count, Math.floor(((done + weight / 2) * count) / total) + 1);
    if (part === index) mine.add(directory);
    done += weight;
  }
  return file => mine.has(directoryOf(file));
}

function directoryOf(file: string): string {
  return file.slice(0, Math.max(file.lastIndexOf("/"), file.lastIndexOf("\\")) + 1);
}
