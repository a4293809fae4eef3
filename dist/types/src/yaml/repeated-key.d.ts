import type { Entry } from "./node.ts";
/** Whether the last entry has the key of an earlier one. Asked after each that is added. */
export declare function isRepeated(entries: readonly Entry[]): boolean;
