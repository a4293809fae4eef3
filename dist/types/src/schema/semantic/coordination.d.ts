import type { Validators } from "./validator.ts";
export declare const validators: Validators;
