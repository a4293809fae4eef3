import type { Field } from "../../field.ts";
export type IntOrString = {
    readonly kind: "int";
    readonly value: number;
} | {
    readonly kind: "string";
    readonly value: string;
};
/** The value; 0 where nothing is there, as in Go; undefined for another type and for text that a template will replace. */
export declare function intOrString(field: Field): IntOrString | undefined;
/** ValidatePortNumOrName. */
export declare function portErrors(port: IntOrString): readonly string[];
export declare const PORT_RANGE_MESSAGE = "must be between 1 and 65535, inclusive";
export declare function isPortNumber(value: number): boolean;
export declare const PERCENT_MESSAGE = "a valid percent string must be a numeric string followed by an ending '%'";
/** `[0-9]+%`. */
export declare function isPercent(text: string): boolean;
/** The number of a percent string: 25 for "25%". */
export declare function percentOf(text: string): number | undefined;
