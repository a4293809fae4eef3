import type { Field } from "../../../field.ts";
import type { Details, Problems } from "../../problems.ts";
export type SleepCheck = (sleep: Field) => void;
export interface HandlerRules {
    readonly kinds: readonly string[];
    /** The rule that wrong values belong to, where it is not the general one. */
    readonly ruleId?: string;
    readonly sleep?: SleepCheck;
}
/** Exactly one kind of handler, and that one well formed. The server looks at the kinds in a fixed order and refuses all after the first. */
export declare function validateHandler(handler: Field, rules: HandlerRules, problems: Problems): void;
/** ValidatePortNumOrName: a number, or the name of a port. Digits in quotes are neither. */
export declare function validatePort(field: Field, problems: Problems, details?: Details): void;
