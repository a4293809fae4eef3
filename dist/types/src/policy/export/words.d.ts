import type { Family } from "./exported.ts";
export declare const wordRules: Family;
