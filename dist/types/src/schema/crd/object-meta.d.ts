import type { Path } from "../../diagnostic.ts";
import type { Node } from "../../yaml/node.ts";
export declare const META_FIELDS: readonly string[];
export interface MetaReport {
    /** A value of the wrong type. The server stops at the first. */
    malformed(path: Path, node: Node, expected: string): void;
    unknown(path: Path, known: readonly string[]): void;
}
/** Checks the metadata in a node that stands at `path`. */
export declare function checkObjectMeta(node: Node, path: Path, report: MetaReport): void;
