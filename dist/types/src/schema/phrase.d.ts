import type { Node, ScalarNode } from "../yaml/node.ts";
import type { Type } from "./tables.ts";
export declare function quote(text: string): string;
/** `a string ("three")`, `a number (5)`, `a boolean (true)`, `a list`, `a map`, `null`. */
export declare function describeNode(node: Node): string;
/** The number as JSON writes it. */
export declare function numberText({ json, value }: ScalarNode): string;
/** `a string`, `a list of maps`, `a map of strings`. */
export declare function describeType(type: Type): string;
/** What a field is called in a message: its key, or `item 2 of "args"` in a list. */
export declare function nameOf(path: readonly (string | number)[]): string;
/** What a map at this place is, for `unknown field "x" in …`. */
export declare function placeName(type: string, path: readonly (string | number)[]): string;
