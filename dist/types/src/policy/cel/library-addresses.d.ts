import type { Functions } from "./functions.ts";
export declare function addAddresses(functions: Functions): void;
