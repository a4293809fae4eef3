import type { Limits } from "./limits.ts";
import type { Part } from "./part.ts";
/** No more parts than one beyond the bound on documents. */
export declare function split(text: string, limits: Limits): Part[];
