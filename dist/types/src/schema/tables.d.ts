export type Scalar = "string" | "boolean" | "int32" | "int64" | "double" | "quantity" | "int-or-string" | "time" | "micro-time" | "bytes" | "any" | "schema-or-boolean" | "schema-or-list" | "schema-or-strings";
export type Type = {
    readonly kind: "scalar";
    readonly scalar: Scalar;
} | {
    readonly kind: "list";
    readonly of: Type;
} | {
    readonly kind: "map";
    readonly of: Type;
} | {
    readonly kind: "struct";
    readonly name: string;
};
export interface FieldType {
    readonly type: Type;
    readonly required: boolean;
    /** The minor versions that have it; undefined: all that have the type. */
    readonly minors?: MinorRange;
}
export type Struct = ReadonlyMap<string, FieldType>;
/** Versions of Kubernetes as printed: `29` (since), `-24` (until), `26-28`, and several of them. */
export declare class MinorRange {
    private readonly runs;
    constructor(text: string);
    has(minor: number): boolean;
    /** `since 1.29`, `until 1.24`, `from 1.26 to 1.28`, `in 1.35 only`. */
    describe(): string;
}
/** Loads the types of a group, and those that several groups share. */
export declare function loadTypes(group: string): Promise<void>;
/** The fields of a type whose group has been loaded. */
export declare function structOf(name: string): Struct;
/** All groups that have types of their own. */
export declare function groupsWithTypes(): string[];
