import { type Node } from "../../yaml/node.ts";
/** The changed document, or what does not apply. */
export declare function applyJsonPatch(document: Node, patch: Node): Node | string;
