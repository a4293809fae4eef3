import type { Field } from "./field.ts";
export interface Place {
    readonly start: number;
    readonly end: number;
}
/**
 * The one line to underline for a field: the scalar when it is there, the key when the value is a block, and for what is missing
 * the key of the nearest thing above it that exists.
 */
export declare function placeOf(field: Field): Place;
/** The key of an entry, whatever its value; the place of the field where it is no entry. */
export declare function placeOfKey(field: Field): Place;
