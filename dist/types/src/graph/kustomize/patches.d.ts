import type { Node } from "../../yaml/node.ts";
import { type Item } from "./item.ts";
export interface PatchOptions {
    readonly allowNameChange: boolean;
    readonly allowKindChange: boolean;
}
export declare function patchOptions(entry: Node | undefined): PatchOptions;
/** What a patch leaves: the items that are still there, and what does not apply. */
export interface Patched {
    readonly items: Item[];
    readonly error?: string;
}
export declare function isJsonPatch(patch: Node): boolean;
export declare function applyPatch(items: readonly Item[], patch: Node, target: Node | undefined, options: PatchOptions): Patched;
