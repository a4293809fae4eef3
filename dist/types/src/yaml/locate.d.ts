import type { Path } from "../diagnostic.ts";
import { type Node } from "./node.ts";
export interface Place {
    readonly start: number;
    readonly end: number;
}
/**
 * The scalar at a path; the key of a map, a list or a block of text; and for what is missing, the key of the nearest thing above it
 * that exists. A list item has no key: what it starts with stands for it.
 */
export declare function locate(root: Node, path: Path): Place;
