import type { AnyRule } from "../src/rule.ts";
export declare const rules: readonly AnyRule[];
