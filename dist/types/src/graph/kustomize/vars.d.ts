import type { Node } from "../../yaml/node.ts";
import type { Item } from "./item.ts";
/** Applies the variables; returns those whose object is not there. */
export declare function resolveVars(items: readonly Item[], vars: readonly Node[]): string[];
