import { type MapNode, type Node, type ScalarNode } from "../../yaml/node.ts";
export type JsonType = "null" | "boolean" | "string" | "integer" | "number" | "object" | "array";
export declare function jsonType(node: Node): JsonType;
/** NaN and the infinities, which JSON cannot say. */
export declare function isNoJson(node: Node): boolean;
/** swag.IsFloat64AJSONInteger: a whole number, but for what arithmetic loses. */
export declare function isWhole(value: number): boolean;
/** Negative when the number is less than the bound; integers beyond 2^53 keep all their digits. */
export declare function compareNumber({ value, json }: ScalarNode, bound: number): number;
/** A value as the author wrote it, in quotes where it is a text, shortened where it is long. */
export declare function shown(node: Node): string;
/** One text for equal values, whatever the order of keys. */
export declare function canonical(node: Node): string;
/** Whether two documents say the same; cheap where they differ early. */
export declare function equals(a: Node, b: Node): boolean;
/** The entry's value, where it is there and not null. */
export declare function valueAt(map: MapNode, key: string): Node | undefined;
export declare function isNull(node: Node): boolean;
