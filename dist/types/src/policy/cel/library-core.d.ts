import type { Functions, Run } from "./functions.ts";
export declare function addCore(functions: Functions): void;
export declare function formatDouble(value: number): string;
/** Go's patterns, in time linear in the text. */
export declare function matchesPattern(run: Run, text: string, pattern: string): boolean;
