/** The lines of a text; the starts are looked for when first asked. */
export declare class LineIndex {
    #private;
    readonly text: string;
    constructor(text: string);
    /** How many lines there are; a text that ends in a line break has an empty last one. */
    get count(): number;
    /** 1-based line and column (UTF-16 units) of an offset; offsets outside the text are those of its nearest end. */
    at(offset: number): {
        line: number;
        column: number;
    };
    /** The offset of a 1-based line and column, kept within that line. */
    offsetOf(line: number, column?: number): number;
    /** Where a 1-based line starts. */
    startOf(line: number): number;
    /** Where a 1-based line ends, its line break left out. */
    endOf(line: number): number;
    /** The text of a 1-based line, without its line break. */
    textOf(line: number): string;
    /** The 0-based line of an offset, by bisection. */
    private lineAt;
    private get starts();
}
