import type { Node } from "../../yaml/node.ts";
import type { KustomizeFiles } from "./files.ts";
import { Item } from "./item.ts";
export type Behavior = "create" | "replace" | "merge";
export interface Generated {
    readonly item: Item;
    readonly behavior: Behavior;
}
/** Reads one entry of configMapGenerator or secretGenerator. Errors are phrases. */
export declare function generate(kind: "ConfigMap" | "Secret", entry: Node, options: Node | undefined, { directory, file, files }: {
    directory: string;
    file: string;
    files: KustomizeFiles;
}): Generated | string;
/**
 * The ten letters at the end of a generated name: a SHA-256 of the object's JSON, without letters that make words. The name in that
 * JSON is always empty (api/hasher looks it up where it does not stand), so that equal data have equal hashes.
 */
export declare function hashOf(node: Node): string | undefined;
