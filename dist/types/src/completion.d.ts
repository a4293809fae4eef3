import { type Environment } from "./main.ts";
import { type Arguments } from "./options.ts";
import type { RuleMeta } from "./rule.ts";
declare const SHELLS: readonly ["bash", "zsh", "fish"];
type Shell = (typeof SHELLS)[number];
export declare function completionCommand(args: Arguments, { stdout }: Environment, rules: readonly RuleMeta[]): number;
/** The script, for `source` or the shell's directory of completions. */
export declare function completion(shell: Shell, rules: readonly RuleMeta[]): string;
export {};
