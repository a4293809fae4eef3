import type { Node } from "./node.ts";
import { type FastText } from "./read-text.ts";
/** A collection in brackets. Leaves the reader right behind it. */
export declare function readFlow(reader: FastText, depth: number): Node;
