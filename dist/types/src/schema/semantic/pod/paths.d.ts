import type { Field } from "../../../field.ts";
import type { Details, Problems } from "../../problems.ts";
/** validateLocalDescendingPath. */
export declare function validateDescendingPath(field: Field, problems: Problems, details?: Details): boolean;
/** ValidateLocalNonReservedPath: names that start with two dots are the kubelet's. */
export declare function validateRelativePath(field: Field, problems: Problems, details?: Details): boolean;
/** validatePathNoBacksteps. */
export declare function validateNoBacksteps(field: Field, problems: Problems, details?: Details): boolean;
export declare function validateMode(field: Field, problems: Problems, details?: Details): void;
