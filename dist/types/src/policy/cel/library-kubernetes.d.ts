import type { Functions } from "./functions.ts";
import { type Value } from "./values.ts";
export declare function addKubernetes(functions: Functions): void;
export declare const AUTHORIZER: Value;
export declare const REQUEST_RESOURCE: Value;
