import { type Path, type Problem } from "../diagnostic.ts";
import type { Field } from "../field.ts";
import { type MapNode } from "../yaml/node.ts";
import { type Level } from "./suggest.ts";
import { type MinorRange } from "./tables.ts";
export interface Unknown {
    readonly field: Field;
    readonly key: string;
    /** The map that holds the key, and all maps around it, the outermost first. */
    readonly level: Level;
    readonly levels: readonly Level[];
    /** The versions that know the key, where some do. */
    readonly minors: MinorRange | undefined;
    readonly minor: number;
    readonly map: MapNode;
    /** The server does not look for unknown fields here and loses them. */
    readonly lenient: boolean;
}
interface Finding {
    readonly problem: Problem;
    /** The path of the field that was meant, where it is a field of the same map. */
    readonly meant?: Path;
}
export declare function unknownField(unknown: Unknown, root: Field): Finding;
export {};
