// What somebody probably meant.

import { distance, tolerance } from "./graph/nearest-name.ts";

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
