// What somebody probably meant: how far apart two words are, and which of several is nearest.

/** Longer words are compared by equality only. */
const LONGEST = 128;

/**
 * Damerau-Levenshtein distance (insert, delete, replace, swap of neighbours), or undefined when it is beyond `limit`. Work is bounded
 * by the band of width `limit` around the diagonal.
 */
export function distance(a: string, b: string, limit: number): number | undefined {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > limit || a.length > LONGEST || b.length > LONGEST) return undefined;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        (above[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
      current.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit + 1) return undefined;
    [before, above] = [above, current];
  }
  const result = above[b.length] ?? 0;
  return result <= limit ? result : undefined;
}

/** How many slips a word of this length may hold and still be the same word to a reader. */
export function tolerance(word: string): number {
  return word.length <= 2 ? 1 : word.length <= 4 ? 1 : word.length <= 7 ? 2 : 3;
}

/** The distance between what was written and what was perhaps meant; undefined when they are different words. */
export function similar(written: string, meant: string): number | undefined {
  const slips = distance(written, meant, Math.min(tolerance(written), tolerance(meant)));
  if (slips !== undefined) return slips;
  // `web-svc` for `web`, `my-web` for `web`: one name with a word more.
  const [short, long] = written.length < meant.length ? [written, meant] : [meant, written];
  if (short.length < 3 || !/^[a-z0-9]/i.test(short)) return undefined;
  return long.startsWith(`${short}-`) || long.endsWith(`-${short}`) ? 4 : undefined;
}

/** The word nearest to what was written, where one is near enough; of several equally near, the first. Case counts least. */
export function nearestTo(written: string, words: Iterable<string>): string | undefined {
  let best: { word: string; slips: number } | undefined;
  for (const word of words) {
    if (word.toLowerCase() === written.toLowerCase()) return word;
    const slips = distance(written, word, Math.min(tolerance(written), tolerance(word)));
    if (slips !== undefined && (best === undefined || slips < best.slips)) best = { word, slips };
  }
  return best?.word;
}

/** The nearest of some words: the same but for case and blanks, else the only one at most two edits away. */
export function nearest(given: string, words: readonly string[]): { word: string; sameLetters: boolean } | undefined {
  const plain = given.trim().toLowerCase();
  if (plain === "") return undefined;
  const same = words.find(word => word.toLowerCase() === plain);
  if (same !== undefined) return { word: same, sameLetters: true };
  const limit = plain.length <= 3 ? 1 : 2;
  let best: { word: string; slips: number; unique: boolean } | undefined;
  for (const word of words) {
    const slips = distance(plain, word.toLowerCase(), limit);
    if (slips === undefined) continue;
    if (best === undefined || slips < best.slips) best = { word, slips, unique: true };
    else if (slips === best.slips) best = { ...best, unique: false };
  }
  return best?.unique === true ? { word: best.word, sameLetters: false } : undefined;
}
