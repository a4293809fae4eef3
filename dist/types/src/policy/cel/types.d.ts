export type Primitive = "dyn" | "error" | "null" | "bool" | "int" | "uint" | "double" | "string" | "bytes" | "timestamp" | "duration";
export type Type = {
    readonly kind: Primitive;
} | {
    readonly kind: "list";
    readonly of: Type;
} | {
    readonly kind: "map";
    readonly key: Type;
    readonly value: Type;
} | {
    readonly kind: "type";
    readonly of: Type;
} | {
    readonly kind: "opaque";
    readonly name: string;
    readonly parameters: readonly Type[];
} | {
    readonly kind: "struct";
    readonly name: string;
    readonly field: (name: string) => Type | undefined;
    /** All its fields, where they are known. */
    readonly names?: () => readonly string[];
} | {
    readonly kind: "parameter";
    readonly name: string;
};
export declare const DYN: Type;
export declare const ERROR: Type;
export declare const BOOL: Type;
export declare const INT: Type;
export declare const STRING: Type;
export declare const OPTIONAL = "optional_type";
export declare function listOf(of: Type): Type;
export declare function mapOf(key: Type, value: Type): Type;
export declare function optionalOf(of: Type): Type;
/** The type inside an optional; undefined for other types. */
export declare function insideOptional(type: Type): Type | undefined;
export declare function isDyn(type: Type): boolean;
/** A type as the server's errors write it. */
export declare function formatType(type: Type): string;
export declare function isSameType(a: Type, b: Type): boolean;
/** What the type parameters met so far stand for. */
export declare class Bindings {
    private bound;
    private count;
    constructor(bound?: ReadonlyMap<string, Type>);
    /** A parameter that no other type shares. */
    fresh(): Type;
    /** The type with its own parameters renamed, so that two uses of a function do not mix. */
    instantiate(types: readonly Type[]): Type[];
    /** The type with all that is known put in; what is still open becomes dyn where `close` says so. */
    substitute(type: Type, close?: boolean): Type;
    /** Whether values of the first types fit the second ones; only then what was learnt is kept. */
    accepts(given: readonly Type[], wanted: readonly Type[]): boolean;
    private fits;
    private bind;
    private mentions;
}
export declare function mostGeneral(a: Type, b: Type): Type;
/** `list(A)`, `map(string, dyn)`, `kubernetes.Quantity`: the notation of the function tables. One capital letter is a parameter. */
export declare function parseType(text: string): Type;
/** The types of a list separated by commas, which may have commas inside parentheses. */
export declare function splitTypes(text: string): string[];
