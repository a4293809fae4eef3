import type { Field } from "../../field.ts";
import type { Problems } from "../problems.ts";
export declare function validateFlowRules(rule: Field, problems: Problems): void;
