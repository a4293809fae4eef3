import type { Path } from "../../diagnostic.ts";
import { type MapNode, type Node } from "../../yaml/node.ts";
import type { Schema } from "./schema.ts";
/** A list or a map that the server looks at once more when the schema is done with. */
export interface Special {
    readonly path: Path;
    /** The path as the server writes it here: free keys stand in brackets. */
    readonly serverField: string;
    readonly node: Node;
    readonly schema: Schema;
}
export interface Prepared {
    readonly node: Node;
    /** Fields that no schema knows; `known` are those that stand beside. */
    readonly unknown: readonly {
        readonly path: Path;
        readonly known: readonly string[];
    }[];
    /** Values that keep the object from being decoded. */
    readonly malformed: readonly {
        readonly path: Path;
        readonly node: Node;
        readonly expected: string;
    }[];
    readonly embedded: readonly Special[];
    /** Lists whose items or keys are unique. */
    readonly unique: readonly Special[];
}
/** Prepares a whole object. `keepUnknown` is for v1beta1 definitions that preserve unknown fields. */
export declare function prepareObject(root: MapNode, schema: Schema, keepUnknown?: boolean): Prepared;
/** Only prunes a value and looks into its embedded resources, as it is done with defaults in a definition. */
export declare function pruneValue(value: Node, schema: Schema): Prepared;
