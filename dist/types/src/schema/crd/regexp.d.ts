/** A pattern that Go compiles. */
export interface Pattern {
    /** Whether the pattern matches somewhere in the text. True as well where finding out would take too long. */
    test(text: string): boolean;
}
/** One of the two. */
export interface Compiled {
    readonly pattern?: Pattern;
    readonly error?: string;
}
/** Each text is compiled once. */
export declare function compilePattern(text: string): Compiled;
