import { type Environment } from "./main.ts";
import { type Arguments } from "./options.ts";
import type { AnyRule } from "./rule.ts";
export declare function lintCommand(args: Arguments, given: Environment, builtIn: readonly AnyRule[]): Promise<number>;
