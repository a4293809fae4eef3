import { type Environment } from "./main.ts";
import { type Arguments } from "./options.ts";
import type { AnyRule } from "./rule.ts";
export declare function policyCommand(args: Arguments, environment: Environment, rules: readonly AnyRule[]): Promise<number>;
