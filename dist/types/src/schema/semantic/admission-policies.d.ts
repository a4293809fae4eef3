import type { Validator } from "./validator.ts";
export declare const validatePolicy: Validator;
export declare const validateMutatingPolicy: Validator;
/** Both kinds of bindings; only validating ones have actions. */
export declare function validatePolicyBinding(validating: boolean): Validator;
