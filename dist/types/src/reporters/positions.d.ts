export interface Place {
    readonly line: number;
    readonly column: number;
}
/** A text whose offsets can be asked for their places; line breaks as everywhere: CR LF, LF or CR. */
export declare class Places {
    private readonly text;
    private readonly starts;
    /** Bytes before unit 0, STEP, 2 * STEP … */
    private readonly sums;
    constructor(text: string);
    /** Line and column, 1-based, columns in UTF-16 units. Of an offset outside of the text (a report may lie) those of its nearest end. */
    at(asked: number): Place;
    /** The same with the column counted in bytes of UTF-8. */
    inBytes(asked: number): Place;
    /** Bytes of the text up to an offset. Every so many units the sum is kept, so that long lines with many places are counted once. */
    private bytesBefore;
    private inside;
    private lineOf;
}
/** Places of many files, each text split once. */
export declare function placesIn(textOf: (file: string) => string | undefined): (file: string) => Places | undefined;
