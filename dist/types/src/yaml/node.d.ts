export type Node = MapNode | ListNode | ScalarNode;
export type ScalarStyle = "plain" | "single" | "double" | "block";
export interface ScalarNode {
    readonly kind: "scalar";
    readonly start: number;
    readonly end: number;
    /** What the scalar means to the API server (sigs.k8s.io/yaml: go-yaml v2 resolution, then JSON). */
    readonly value: string | number | boolean | null;
    readonly style: ScalarStyle;
    /** The JSON text of a number that `value` cannot hold exactly (beyond 2^53), or that is written as a float (`3.0`, `1e1`). */
    readonly json?: string;
}
export interface Entry {
    readonly key: ScalarNode;
    readonly value: Node;
    /** Where the value stands in this map, if not at its own range: an alias (`*name`), or the `<<` it was merged in through. */
    readonly at?: {
        readonly start: number;
        readonly end: number;
    };
}
export interface MapNode {
    readonly kind: "map";
    readonly start: number;
    readonly end: number;
    readonly flow: boolean;
    /**
     * In source order, `<<` already merged (merged entries last), keys as strings in `key.value`.
     * Of a duplicate key only the last stays, as kubectl keeps it; the others were reported when the document was read.
     */
    readonly entries: readonly Entry[];
}
export interface ListNode {
    readonly kind: "list";
    readonly start: number;
    readonly end: number;
    readonly flow: boolean;
    readonly items: readonly Node[];
}
/** The entry of a key, or undefined. */
export declare function entryOf(map: MapNode, key: string): Entry | undefined;
/** The plain JavaScript value of a node. Numbers beyond 2^53 lose digits; `__proto__` is an ordinary key. */
export declare function toValue(node: Node | undefined): unknown;
