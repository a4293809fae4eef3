import { type Node } from "../../yaml/node.ts";
/** undefined: the patch deletes the whole. */
export declare function strategicMerge(target: Node, patch: Node, kind: string | undefined): Node | undefined;
