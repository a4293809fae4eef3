import { type Environment } from "./main.ts";
import { type Arguments } from "./options.ts";
export declare function simulateCommand(args: Arguments, environment: Environment): Promise<number>;
