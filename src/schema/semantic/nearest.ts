/** The longest text that is compared: beyond it nobody mistyped a word of ours. */
const LONGEST = 64;

/** The nearest of some words: the same but for case and blanks, else the only one at most two edits away. */
export function nearest(given: string, words: readonly string[]): { word: string; sameLetters: boolean } | undefined {
  const plain = given.trim().toLowerCase();
  if (plain === "" || plain.length > LONGEST) return undefined;
  const same = words.find(word => word.toLowerCase() === plain);
  if (same !== undefined) return { word: same, sameLetters: true };
  const limit = plain.length <= 3 ? 1 : 2;
  let best: { word: string; distance: number; unique: boolean } | undefined;
  for (const word of words) {
    const distance = editDistance(plain, word.toLowerCase());
    if (distance > limit) continue;
    if (best === undefined || distance < best.distance) best = { word, distance, unique: true };
    else if (distance === best.distance) best = { ...best, unique: false };
  }
  return best?.unique === true ? { word: best.word, sameLetters: false } : undefined;
}

/** Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours. */
export function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let value = Math.min((row[j - 1] ?? 0) + 1, (last[j] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        value = Math.min(value, (before[j - 2] ?? 0) + 1);
      row.push(value);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
