import { type AnyRule } from "./rule.ts";
/** The table of `kprobe-lint rules`. */
export declare function ruleTable(rules: readonly AnyRule[]): string;
/** The whole of rules/README.md. */
export declare function catalogue(rules: readonly AnyRule[]): string;
