import type { Entry } from "./node.ts";

/** Maps up to this size are compared key by key. */
const SMALL = 16;
const names = new WeakMap<readonly Entry[], Set<unknown>>();

/** Whether the last entry has the key of an earlier one. Asked after each that is added. */
export function isRepeated(entries: readonly Entry[]): boolean {
  const last = entries.length - 1;
  const name = entries[last]?.key.value;
  if (entries.length <= SMALL) {
    for (let index = 0; index < last; index++) if (entries[index]?.key.value === name) return true;
    return false;
  }
  let seen = names.get(entries);
  if (seen === undefined) {
    seen = new Set(entries.slice(0, -1).map(({ key }) => key.value));
    names.set(entries, seen);
  }
  if (seen.has(name)) return true;
  seen.add(name);
  return false;
}
