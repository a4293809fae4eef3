import type { Field } from "../../field.ts";
import type { Problems } from "../problems.ts";
export declare function validateFailurePolicy(spec: Field, problems: Problems): void;
export declare function validateSuccessPolicy(spec: Field, mode: string | undefined, problems: Problems): void;
