import type { Path } from "../../diagnostic.ts";
import type { Type } from "./types.ts";
export type Value = null | boolean | bigint | number | string | Uint8Array | Uint | ListValue | MapValue | TypeValue | Timestamp | Duration | OptionalValue | Opaque;
/** An expression that fails to run, as one of the server's does. `&&`, `||`, all and exists may still have an answer. */
export declare class CelError extends Error {
    /** Offset in the expression, where it is known. */
    at: number | undefined;
}
/** The expression did too much work: nothing absorbs this. */
export declare class BudgetError extends Error {
}
export declare class Uint {
    readonly value: bigint;
    constructor(value: bigint);
}
export declare class ListValue {
    readonly place: Path | undefined;
    private readonly given;
    constructor(items: readonly Value[] | undefined, place?: Path);
    get items(): readonly Value[];
}
export declare class MapValue {
    private readonly pairs;
    readonly place: Path | undefined;
    constructor(entries: readonly (readonly [Value, Value])[], place?: Path);
    get size(): number;
    /** Where the value of a key stands, whether there is one or not. */
    placeOf(key: string | number): Path | undefined;
    /** `_reader` is who asks: some maps compute their values for it. */
    get(key: Value, _reader?: unknown): Value | undefined;
    entries(): readonly (readonly [Value, Value])[];
}
export declare function isKey(key: Value): boolean;
export declare class TypeValue {
    readonly name: string;
    constructor(name: string);
}
export declare class Timestamp {
    readonly nanos: bigint;
    constructor(nanos: bigint);
}
export declare class Duration {
    readonly nanos: bigint;
    constructor(nanos: bigint);
}
export declare class OptionalValue {
    readonly value: Value | undefined;
    constructor(value?: Value);
}
export declare const NONE: OptionalValue;
/** A value of one of Kubernetes' libraries: a quantity, an address, a version. */
export declare abstract class Opaque {
    abstract readonly typeName: string;
    abstract equals(other: Opaque): boolean;
}
export declare function checkedInt(value: bigint): bigint;
/** Plain JSON data, with places from `place` on down. Whole numbers are int: the objects' types say so for nearly all numbers. */
export declare function fromJson(data: unknown, place?: Path): Value;
/** The kind by which a call finds its overload. */
export declare function kindOf(value: Value): Type["kind"];
export declare function typeNameOf(value: Value): string;
/** Equality across types: numbers by value, other types are never equal to each other. */
export declare function equals(a: Value, b: Value, work?: () => void): boolean;
/** Negative, zero or positive; undefined where the two have no order. NaN is before nothing and after nothing. */
export declare function compare(a: Value, b: Value): number | undefined;
