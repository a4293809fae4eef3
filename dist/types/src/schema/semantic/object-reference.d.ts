import type { Field } from "../../field.ts";
import type { Problems } from "../problems.ts";
/** TypedLocalObjectReference (pkg/apis/networking/validation validateIngressTypedLocalObjectReference). */
export declare function validateTypedReference(reference: Field, problems: Problems): void;
