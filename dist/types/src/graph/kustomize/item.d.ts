import type { Resource } from "../../kubernetes/resource.ts";
import type { Node } from "../../yaml/node.ts";
/** Group, version and kind; parts that are absent select everything. */
export interface Gvk {
    readonly group?: string | undefined;
    readonly version?: string | undefined;
    readonly kind?: string | undefined;
}
/** What identifies an object at one point of the way. */
export interface Id {
    readonly group: string;
    readonly version: string;
    readonly kind: string;
    readonly namespace: string;
    readonly name: string;
}
export declare class Item {
    node: Node;
    /** The manifest it was read from; undefined for what a generator makes. */
    readonly source: Resource | undefined;
    /** The kustomization or configuration file of the generator. */
    generatedBy: string | undefined;
    /** Names and namespaces before each change, first the one in the file. */
    readonly previous: Id[];
    /** Prefixes and suffixes it got, outermost last: objects of one path through the tree have the same. */
    readonly prefixes: string[];
    readonly suffixes: string[];
    needsHash: boolean;
    constructor(node: Node, source: Resource | undefined, generatedBy: string | undefined);
    get id(): Id;
    /** All ids it ever had, the first one first. */
    get ids(): readonly Id[];
    get original(): Id;
    get isClusterScoped(): boolean;
    /** Remembers the present id, before a change of name or namespace. */
    remember(): void;
    copy(): Item;
}
/** kyaml/resid: Gvk.IsSelected. */
export declare function isSelected(id: Id, { group, version, kind }: Gvk): boolean;
/** kyaml/resid: ResId.Equals. An omitted namespace is "default". */
export declare function sameId(a: Id, b: Id): boolean;
export declare function sameNamespace(a: Id, b: Id): boolean;
/** An id as one text, for look-ups. */
export declare function idKey(id: Id): string;
