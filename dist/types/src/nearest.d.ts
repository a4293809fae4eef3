/**
 * Damerau-Levenshtein distance (insert, delete, replace, swap of neighbours), or undefined when it is beyond `limit`. Work is bounded
 * by the band of width `limit` around the diagonal.
 */
export declare function distance(a: string, b: string, limit: number): number | undefined;
/** How many slips a word of this length may hold and still be the same word to a reader. */
export declare function tolerance(word: string): number;
/** The distance between what was written and what was perhaps meant; undefined when they are different words. */
export declare function similar(written: string, meant: string): number | undefined;
/** The word nearest to what was written, where one is near enough; of several equally near, the first. Case counts least. */
export declare function nearestTo(written: string, words: Iterable<string>): string | undefined;
/** The nearest of some words: the same but for case and blanks, else the only one at most two edits away. */
export declare function nearest(given: string, words: readonly string[]): {
    word: string;
    sameLetters: boolean;
} | undefined;
