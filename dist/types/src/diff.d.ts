import type { Edit } from "./diagnostic.ts";
export declare function unifiedDiff(path: string, before: string, after: string): string;
/** The changed lines as edits on the first text. */
export declare function lineEdits(before: string, after: string): Edit[];
