import type { Validator } from "./validator.ts";
export declare const validateNetworkPolicy: Validator;
