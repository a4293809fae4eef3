import { type Reporter } from "./reporter.ts";
export declare const PER_TYPE = 10;
export declare const github: Reporter;
/** `%` first, or the escapes themselves would be escaped. `##[` anywhere in a line is a command too: the blank takes its power. */
export declare function escapeData(text: string): string;
export declare function escapeProperty(text: string): string;
