import type { Position, Range } from "vscode-languageserver/node";
/** The absolute path of a `file:` URI; undefined for what lies in no file. */
export declare function pathOf(uri: string): string | undefined;
export declare function uriOf(path: string): string;
/** One text, in which offsets and positions are turned into each other. */
export declare class Places {
    private readonly lines;
    /** Editors leave the byte order mark of a file out; the first line is then shorter than the text says. */
    private readonly skipped;
    constructor(text: string, isOpen: boolean);
    position(offset: number): Position;
    range(start: number, end: number): Range;
    offset({ line, character }: Position): number;
    /** The word that begins at an offset, or one character, within the line. */
    wordRange(start: number): Range;
}
/** Whether two ranges share a place; ends that touch do, as a cursor behind a word touches it. */
export declare function touches(a: Range, b: Range): boolean;
