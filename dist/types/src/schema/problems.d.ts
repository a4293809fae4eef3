import type { Fix, Problem, ServerAction, Severity } from "../diagnostic.ts";
import type { Field } from "../field.ts";
export interface Details {
    /** The rule whose page explains it best; else `missing-field`, `invalid-value` or `api-invalid`. */
    readonly ruleId?: string;
    readonly severity?: Severity;
    /** The path by which the server's error names the place, where it is not the field's own. */
    readonly serverField?: string;
    /** Further paths that the server's errors name for the same cause. */
    readonly serverAlso?: readonly string[];
    readonly help?: string;
    readonly fixes?: readonly Fix[];
    /** `undefined` where the server itself accepts the document and something fails later. */
    readonly server?: ServerAction | undefined;
    /** Other places that explain this one. */
    readonly related?: readonly {
        readonly field: Field;
        readonly message: string;
    }[];
}
/** Collects the problems of one resource. */
export declare class Problems {
    readonly list: Problem[];
    add(field: Field, message: string, details: Details & {
        ruleId: string;
        severity?: Severity;
    }): void;
    /** The server refuses the document for want of a value ("Required value"). The message says what is missing and why it is needed. */
    required(field: Field, message: string, details?: Details): void;
    /** "Invalid value", "Unsupported value", "Duplicate value", "Forbidden", "Too long", "Too many", "Not found": all refuse the document. */
    invalid(field: Field, message: string, details?: Details): void;
    /** An enumeration: the value in quotes, then all that is accepted (or the nearest three where there are more than eight). */
    notSupported(field: Field, supported: readonly string[], details?: Details): void;
    /** The server creates the object and prints "Warning: …". */
    warns(field: Field, message: string, details?: Details): void;
    /** The server creates the object and throws the value away without a word. */
    drops(field: Field, message: string, details?: Details): void;
}
