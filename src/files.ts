// Looking at files without being led astray: what a path really is, where a link leads, and no more bytes than were asked for.

import { closeSync, fstatSync, lstatSync, openSync, readSync, realpathSync, type Stats, statSync } from "node:fs";
import { dirname, isAbsolute, join, relative, sep } from "node:path";

export const STRAY_LINK = "a link that leads nowhere or out of the project";
export const STRAY_DEVICE = "neither a file nor a directory";

export function statOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

export function realpathOf(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

/** The nearest directory upward that holds `.git` (a directory, or a file in worktrees). Looking is much cheaper than asking git. */
export function gitRootOf(directory: string): string | undefined {
  for (let at = directory; ; at = dirname(at)) {
    if (statOf(join(at, ".git")) !== undefined) return at;
    if (dirname(at) === at) return undefined;
  }
}

/** How far links within a directory may lead: its repository, the project of its configuration, else itself. Links on the way there are followed. */
export function boundaryOf(directory: string, configRoot: string | undefined): string {
  const root =
    gitRootOf(directory) ?? (configRoot !== undefined && isBelow(directory, configRoot) ? configRoot : directory);
  return realpathOf(root) ?? root;
}

export function isBelow(path: string | undefined, directory: string): boolean {
  if (path === undefined) return false;
  const way = relative(directory, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** A file, or a link to one that leads no further than the boundary. */
export function isOwnFile(path: string, boundary: string): boolean {
  try {
    const stat = lstatSync(path);
    if (stat.isFile()) return true;
    return stat.isSymbolicLink() && statOf(path)?.isFile() === true && isBelow(realpathOf(path), boundary);
  } catch {
    return false;
  }
}

const LARGEST = 256 * 1024 * 1024;

/** All bytes of what a user named: a file, or what a pipe gives; never without end. Throws what the file system throws. */
export function readBounded(path: string, most = LARGEST): Buffer {
  const bytes = readHead(path, most + 1);
  if (bytes.length > most) throw new Error(`it has more than ${most} bytes`);
  return bytes;
}

/** The first bytes of a file. */
export function readHead(path: string, count: number): Buffer {
  const file = openSync(path, "r");
  try {
    const parts: Buffer[] = [];
    for (let left = count; left > 0; ) {
      const part = Buffer.allocUnsafe(Math.min(left, 1 << 20));
      const got = readSync(file, part, 0, part.length, null);
      if (got === 0) break;
      parts.push(part.subarray(0, got));
      left -= got;
    }
    return Buffer.concat(parts);
  } finally {
    closeSync(file);
  }
}

/** Where files of common size are read to, one after the other, so that thousands of them leave nothing behind to be collected. */
let shared: Buffer | undefined;
const SHARED_SIZE = 1 << 18;

/** A file's size, and its bytes unless they are more than `most`. They hold until the next call. Throws what the file system throws. */
export function readUpTo(path: string, most: number): { readonly size: number; readonly bytes: Buffer } {
  const file = openSync(path, "r");
  try {
    shared ??= Buffer.allocUnsafe(SHARED_SIZE);
    const { size } = fstatSync(file);
    if (size > most) return { size, bytes: shared.subarray(0, 0) };
    // One byte more, to see that it ends there.
    const target = size < SHARED_SIZE ? shared : Buffer.allocUnsafe(size + 1);
    let count = 0;
    for (let got = -1; got !== 0 && count < target.length; count += got)
      got = readSync(file, target, count, target.length - count, null);
    return { size, bytes: target.subarray(0, count) };
  } finally {
    closeSync(file);
  }
}
