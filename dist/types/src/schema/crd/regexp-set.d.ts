export interface CharSet {
    readonly negated: boolean;
    /** Pairs of the first and the last code point. */
    readonly ranges: readonly number[];
    readonly parts: readonly CharSet[];
    readonly classes: readonly RegExp[];
    /** Upper and lower case are the same (flag i). */
    readonly fold: boolean;
}
export declare function rangesSet(ranges: readonly number[], negated?: boolean, fold?: boolean): CharSet;
export declare function hasChar(set: CharSet, code: number): boolean;
/** `\d`, `\s` and `\w` know ASCII only. */
export declare const PERL_CLASSES: Readonly<Record<string, CharSet>>;
/** `[:alpha:]` and `[:^alpha:]`, without the colons. */
export declare function posixClass(name: string): CharSet | undefined;
/** `\pL`, `\p{Greek}`: categories and scripts. */
export declare function unicodeClass(name: string, negated: boolean): CharSet | undefined;
