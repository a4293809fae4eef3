import type { Functions } from "./functions.ts";
export declare function addLists(functions: Functions): void;
