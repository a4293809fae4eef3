import type { Family } from "./exported.ts";
export declare const containerRules: Family;
