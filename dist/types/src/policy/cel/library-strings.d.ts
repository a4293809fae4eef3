import type { Functions } from "./functions.ts";
export declare function addStrings(functions: Functions): void;
