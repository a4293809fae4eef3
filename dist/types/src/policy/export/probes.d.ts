import type { Family } from "./exported.ts";
export declare const probeRules: Family;
