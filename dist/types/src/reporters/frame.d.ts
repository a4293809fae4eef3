export interface FrameLine {
    /** The line, or the part of it that fits. */
    readonly shown: string;
    /** Columns before the marks, and of the marks. */
    readonly before: number;
    readonly marked: number;
}
/** `start` and `end` are units of the line, 0-based, `end` exclusive; a place at the line's end is one column wide. */
export declare function frameLine(line: string, place: {
    readonly start: number;
    readonly end: number;
}, { width, ascii }: {
    readonly width: number;
    readonly ascii: boolean;
}): FrameLine;
/** Marks with their label: beside them where there is room, else on lines of its own. */
export declare function markLines({ before, marked }: FrameLine, label: string, { width, mark }: {
    readonly width: number;
    readonly mark: string;
}): string[];
