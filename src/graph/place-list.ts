// Things in the order of their places, so that "as near as possible" is a range of the list and not a walk over all of it.

/** Nearness in steps: the same file, the same directory, what lies below it, below its parent, … up to the project. */
export type Reach = "file" | "directory" | "below" | "project";

export function directoryOf(file: string): string {
  const slash = file.lastIndexOf("/");
  return slash < 0 ? "" : file.slice(0, slash);
}

/** Sorts the files of a directory before those of its sub-directories, and both together. */
export function placeKey(file: string): string {
  const slash = file.lastIndexOf("/");
  const directory = slash < 0 ? "" : `/${file.slice(0, slash)}`;
  return `${directory.replaceAll("/", "\u0001")}\u0000${file.slice(slash + 1)}`;
}

interface Placed<T> {
  readonly key: string;
  readonly item: T;
}

/** A list that is filled in the order of `placeKey`. */
export class PlaceList<T> {
  readonly #items: Placed<T>[] = [];

  add(key: string, item: T): void {
    this.#items.push({ key, item });
  }

  get length(): number {
    return this.#items.length;
  }

  all(limit = Number.POSITIVE_INFINITY): T[] {
    return this.slice(0, Math.min(this.length, limit));
  }

  slice(start: number, end: number): T[] {
    return this.#items.slice(start, end).map(({ item }) => item);
  }

  /** The half-open range of positions within a ring. */
  range(ring: Ring): readonly [number, number] {
    return [this.#position(ring.from), this.#position(ring.to)];
  }

  #position(key: string): number {
    let low = 0;
    let high = this.#items.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#items[middle]?.key ?? "") < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** The list of a key, made when it is missing. */
export function listIn<T>(lists: Map<string, PlaceList<T>>, key: string): PlaceList<T> {
  let list = lists.get(key);
  if (list === undefined) {
    list = new PlaceList<T>();
    lists.set(key, list);
  }
  return list;
}

/** One step of widening: keys from `from` (inclusive) to `to` (exclusive). */
export interface Ring {
  readonly reach: Reach;
  readonly from: string;
  readonly to: string;
}

/** Directories deeper than this widen from here to the project at once. */
const DEPTH = 24;

/** All of the project, as one ring: for inputs that are one application by their nature. */
export const WHOLE: Ring = { reach: "directory", from: "", to: "\uffff" };

/** The rings around a file, narrowest first. The file itself is one only where its directory is a collection of separate examples. */
export function ringsAround(file: string, fileFirst: boolean): Ring[] {
  const key = placeKey(file);
  const base = key.slice(0, key.indexOf("\u0000"));
  const rings: Ring[] = fileFirst ? [{ reach: "file", from: key, to: `${key}\u0000` }] : [];
  rings.push({ reach: "directory", from: `${base}\u0000`, to: `${base}\u0001` });
  rings.push({ reach: "below", from: `${base}\u0000`, to: `${base}\u0002` });
  let at = base;
  for (let depth = 0; depth < DEPTH && at !== ""; depth++) {
    at = at.slice(0, at.lastIndexOf("\u0001"));
    if (at !== "") rings.push({ reach: "project", from: `${at}\u0000`, to: `${at}\u0002` });
  }
  rings.push({ ...WHOLE, reach: "project" });
  return rings;
}

/** Of two directories one lies in the other, or they are the same. The project's root is above all and tells nothing. */
export function isInLine(one: string, other: string): boolean {
  if (one === other) return true;
  const [above, below] = one.length < other.length ? [one, other] : [other, one];
  return above !== "" && below.startsWith(`${above}/`);
}

/** Directories on the way from a file up to what it shares with another. */
const STEPS = 2;

/**
 * Both files may well be of one application: one below the other's directory, or close by (`net/` beside `apps/web/`). What matches from
 * farther away stands in another application's folder: people use the same few names and labels.
 */
export function areNeighbours(a: string, b: string): boolean {
  const left = directoryOf(a).split("/");
  const right = directoryOf(b).split("/");
  const end = Math.min(left.length, right.length);
  let shared = 0;
  while (shared < end && left[shared] === right[shared]) shared++;
  const isBelow = shared === end || directoryOf(a) === "" || directoryOf(b) === "";
  return isBelow || Math.max(left.length, right.length) - shared <= STEPS;
}
