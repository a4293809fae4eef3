import { type Environment } from "./main.ts";
import { type Arguments } from "./options.ts";
export declare function initCommand(args: Arguments, { cwd, stdout, stderr }: Environment): number;
