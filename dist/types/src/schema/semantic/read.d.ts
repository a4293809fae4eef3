import type { Field } from "../../field.ts";
/** The string; "" where nothing is there; undefined for another type and for text that a template will replace. */
export declare function textOf(field: Field): string | undefined;
/** The raw string, unrendered or not, to compare names with names. */
export declare function rawTextOf(field: Field): string | undefined;
/** The integer; `zero` where nothing is there; undefined for another type. */
export declare function integerOf(field: Field, zero?: number): number | undefined;
/** The integer after defaulting, where the server also replaces an explicit 0. */
export declare function defaultedInteger(field: Field, value: number): number | undefined;
/** True for an explicit `true`. */
export declare function isTrue(field: Field): boolean;
/** The labels or annotations of a map: null counts as "", as the server reads it. */
export declare function stringMapOf(field: Field): Map<string, string>;
/** `spec.containers[0].name`: the path as the server's errors write it. */
export declare function pathOf(field: Field): string;
/** `spec.hard[cpu]`: the path of an entry of a map with free keys (field.Path.Key). */
export declare function keyPathOf(entry: Field): string;
/** `a.b` or `b`: a child path of a path that may be empty. */
export declare function childPath(parent: string, key: string): string;
/** Details whose path is only put together when a problem is reported: nearly always none is. */
export declare function named(path: () => string): {
    readonly serverField: string;
};
