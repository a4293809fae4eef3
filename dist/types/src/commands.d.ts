import { type Environment } from "./main.ts";
import { type Arguments } from "./options.ts";
import type { AnyRule } from "./rule.ts";
export declare function explainCommand(args: Arguments, environment: Environment, rules: readonly AnyRule[]): Promise<number>;
/** The rule of that id, or of that former id. Throws UsageError with the nearest name; `others` are names that would have been good, too. */
export declare function ruleNamed(id: string, rules: readonly AnyRule[], others?: readonly string[]): AnyRule;
export declare function rulesCommand(args: Arguments, environment: Environment, rules: readonly AnyRule[]): Promise<number>;
