import type { Field } from "../../field.ts";
import { type Schema } from "./schema.ts";
export interface Scale {
    readonly specReplicasPath: string;
    readonly statusReplicasPath: string;
    readonly labelSelectorPath?: string;
}
export interface Version {
    readonly name: string;
    readonly served: boolean;
    readonly deprecated: boolean;
    readonly deprecationWarning?: string;
    /** Absent where the definition gives none: then nothing is known, and nothing checked. */
    readonly schema?: Schema;
    /** There is a status subresource: a status in a manifest is dropped. */
    readonly hasStatus: boolean;
    readonly scale?: Scale;
}
export interface Definition {
    /** metadata.name: `widgets.example.com`. */
    readonly name: string;
    readonly group: string;
    readonly kind: string;
    readonly plural: string;
    readonly namespaced: boolean;
    /** Unknown fields are kept (only a v1beta1 definition may say so). */
    readonly preservesUnknownFields: boolean;
    readonly versions: readonly Version[];
    readonly root: Field;
}
export declare function isDefinition(root: Field): boolean;
/** The definition in a document; undefined where it is none, or where its group and kind cannot be told. */
export declare function readDefinition(root: Field): Definition | undefined;
/** The definitions that are known, by group and kind. */
export declare class Definitions {
    private readonly byKind;
    add(definition: Definition): void;
    get size(): number;
    /** The definition of a kind; of several the first that serves the version, else the last. Group and kind are case-sensitive. */
    find(apiVersion: string, kind: string): Definition | undefined;
}
export declare function servedVersion({ versions }: Definition, name: string): Version | undefined;
