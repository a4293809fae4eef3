/** The words of a line with quotes and backslashes resolved; undefined when a quote is not closed. */
export declare function splitWords(line: string): string[] | undefined;
