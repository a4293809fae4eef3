import type { Field } from "../../field.ts";
import type { Problems } from "../problems.ts";
export declare function validateJobFields(spec: Field, problems: Problems): void;
export declare function warnJobFields(spec: Field, problems: Problems): void;
