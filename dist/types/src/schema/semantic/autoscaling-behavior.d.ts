import type { Field } from "../../field.ts";
import type { Problems } from "../problems.ts";
export declare function validateBehavior(behavior: Field, problems: Problems): void;
