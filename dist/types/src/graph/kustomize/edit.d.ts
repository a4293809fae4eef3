import type { ListNode, MapNode, Node, ScalarNode } from "../../yaml/node.ts";
export interface Place {
    readonly start: number;
    readonly end: number;
}
/** The value does not stand in the manifest like that: a kustomization made or changed it. */
export declare function isDerived(node: Node | undefined): boolean;
export declare function scalarAt(value: ScalarNode["value"], { start, end }: Place): ScalarNode;
/** A copy that stands at another place, in whole. */
export declare function moved(node: Node, place: Place): Node;
/** The same values as plain JavaScript data, as nodes. */
export declare function nodeOf(value: unknown, place: Place): Node;
export declare function emptyMap({ start, end }: Place): MapNode;
export declare function child(node: Node | undefined, key: string | number): Node | undefined;
export declare function at(node: Node | undefined, ...path: (string | number)[]): Node | undefined;
export declare function textAt(node: Node | undefined, ...path: (string | number)[]): string | undefined;
/** A map with one entry set, added (last) or, with undefined, removed. */
export declare function withEntry(map: MapNode, key: string, value: Node | undefined, place: Place): MapNode;
export declare function withItem(list: ListNode, index: number, value: Node | undefined): ListNode;
/** Where a value stands: its own place, or the place given where it has none. */
export declare function placeIn(node: Node | undefined, fallback: Place): Place;
/** Changes the value found at a path; `change` sees undefined where there is none, and the place a new one would get. */
export type Change = (value: Node | undefined, place: Place) => Node | undefined;
/**
 * Follows a path of keys down, through every item where a list comes in between, as kustomize's field specs do. Without `create`,
 * what is not there stays away.
 */
export declare function changeAt(node: Node, path: readonly string[], create: boolean, change: Change, place?: Place): Node;
/** Sets a scalar, at the place of the one it replaces. */
export declare function setScalar(node: Node, path: readonly string[], value: ScalarNode["value"], create?: boolean): Node;
