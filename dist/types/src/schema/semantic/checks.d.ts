import type { Field } from "../../field.ts";
import type { Details, Problems } from "../problems.ts";
/** Reports "required value" where a text is empty or absent. True when it is there. */
export declare function requireText(field: Field, why: string, problems: Problems, details?: Details): boolean;
export interface EnumOptions extends Details {
    /**
     * What an empty text means: `unset` (a pointer: absent is fine, an explicit "" is not), `default` (the server fills it in) or
     * `required`.
     */
    readonly empty?: "unset" | "default" | "required" | "unsupported";
    /** Said where the value is required. */
    readonly why?: string;
}
/** field.NotSupported with the nearest supported word. True when the value is good, absent or unknown. */
export declare function validateEnum(field: Field, supported: readonly string[], problems: Problems, options?: EnumOptions): boolean;
export declare function reportUnsupported(field: Field, value: string, supported: readonly string[], problems: Problems, details?: Details): void;
/** An integer between two bounds; absent is fine. */
export declare function validateRange(field: Field, least: number, most: number, problems: Problems, details?: Details): boolean;
/** ValidateNonnegativeField. */
export declare function validateNonnegative(field: Field, problems: Problems, details?: Details): boolean;
/** True when validation refuses the object for one of the problems from `since` on. The storage's own refusal comes after the warnings. */
export declare function isRefused(problems: Problems, since?: number): boolean;
