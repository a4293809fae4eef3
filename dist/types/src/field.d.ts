import type { Path } from "./diagnostic.ts";
import { type Entry, type Node, type ScalarNode } from "./yaml/node.ts";
/**
 * Text that a deployment tool fills in later: `${NAME}`, `$(NAME)` as a whole value, `{{ … }}`, `<% … %>`. Nothing can be concluded from it.
 * Searched without one regex for all, whose time would grow with the square of a text such as `${${${…`.
 */
export declare function isPlaceholder(text: string): boolean;
/**
 * A place in a document, with or without a value. Fields are cheap views made on the way down; an absent one still knows its path and
 * its nearest existing ancestor, so a rule can point at what is missing.
 */
export declare class Field {
    readonly node: Node | undefined;
    readonly parent: Field | undefined;
    readonly key: string | number;
    /** The map entry the value came from: its key is where a diagnostic about a missing or a block value points. */
    readonly entry: Entry | undefined;
    constructor(node: Node | undefined, parent?: Field, key?: string | number, entry?: Entry);
    /** A value is there and is not null: the API server reads null as absent nearly everywhere. */
    get exists(): boolean;
    get path(): Path;
    /** The field below, by key or index, one or several steps; absent where there is nothing or another shape. */
    get(first?: string | number, second?: string | number, ...others: (string | number)[]): Field;
    private child;
    /** The items of a list; none where there is no list. */
    items(): Field[];
    /** The entries of a map in source order; none where there is no map. */
    entries(): Field[];
    get isMap(): boolean;
    get isList(): boolean;
    /** The scalar as written and understood; undefined for maps, lists and absent values. */
    get scalar(): ScalarNode["value"] | undefined;
    /** A string is there that a template will replace. */
    get isUnknown(): boolean;
    /** Somewhere above stands what a template will replace: nothing is known of what it holds. */
    get isWithinUnknown(): boolean;
    /** The string; undefined for other types and for text that a template will replace. */
    get string(): string | undefined;
    get number(): number | undefined;
    get boolean(): boolean | undefined;
    /** The map as strings, entries of other types left out (the schema speaks about them). */
    strings(): Map<string, string>;
    toValue(): unknown;
}
