import { type Node } from "../../yaml/node.ts";
import type { Item } from "./item.ts";
/** Applies one replacement; a phrase when its source or a field is not there. */
export declare function replace(items: readonly Item[], replacement: Node): string | undefined;
