import type { Field } from "../../field.ts";
import type { Details, Problems } from "../problems.ts";
import { type IntOrString } from "./intorstring.ts";
/** The number that the server compares with 0 and 100 (getIntOrPercentValue); text that is neither counts as the number in it, or 0. */
export declare function magnitudeOf(value: IntOrString): number;
/** The value with the server's default in place of nothing. */
export declare function valueOr(field: Field, fallback: IntOrString): IntOrString | undefined;
/** Not negative, and text only as a percentage. True when good or unknown. */
export declare function validateIntOrPercent(field: Field, problems: Problems, details: Details): boolean;
export declare function validateAtMost100Percent(field: Field, problems: Problems, details: Details): boolean;
export interface RollingUpdateFields {
    readonly maxUnavailable: Field;
    readonly maxSurge: Field;
    readonly defaults: {
        readonly maxUnavailable: IntOrString;
        readonly maxSurge: IntOrString;
    };
}
/** What the two values come to, and which of them were refused already. */
export declare function compareMagnitudes(fields: RollingUpdateFields): {
    unavailable: number;
    surge: number;
} | undefined;
/** `maxSurge 0 (default)`: a value and where it comes from. */
export declare function describeValue(field: Field, fallback: IntOrString): string;
/** Malformed text counts as 0, so the server complains about the pair as well: one cause, one problem. */
export declare function alsoPair(field: Field, fields: RollingUpdateFields): {
    serverAlso?: readonly string[];
};
