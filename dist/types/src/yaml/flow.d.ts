export declare function scalarText(value: string | number | boolean): string;
export declare function flowText(value: unknown): string;
/** The entries of a map, one a line. */
export declare function entryLines(map: Readonly<Record<string, unknown>>): string;
