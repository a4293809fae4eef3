import type { Node } from "./node.ts";
/** Compact JSON text. An own stack stands for the nesting, so no depth of input exhausts the engine's. */
export declare function toJson(root: Node): string;
