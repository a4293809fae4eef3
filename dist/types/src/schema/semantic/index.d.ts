import type { Validators } from "./validator.ts";
/** Loads the validators of a group; nothing for groups that have none. */
export declare function loadValidators(group: string): Promise<void>;
/** The validators of a group that has been loaded. */
export declare function validatorsOf(group: string): Validators | undefined;
