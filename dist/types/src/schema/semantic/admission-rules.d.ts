import type { Field } from "../../field.ts";
import type { Problems } from "../problems.ts";
export declare function validateRules(rules: Field, problems: Problems): void;
/** matchConstraints and matchResources: the selectors and the policy have defaults. */
export declare function validateMatchResources(match: Field, problems: Problems): void;
/** Names and presence; whether an expression compiles only a CEL compiler can tell. */
export declare function validateMatchConditions(conditions: Field, problems: Problems): void;
