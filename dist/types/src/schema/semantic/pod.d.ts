import type { Field } from "../../field.ts";
import type { Problems } from "../problems.ts";
import { type PodContext } from "./pod/scope.ts";
export type { PodContext } from "./pod/scope.ts";
export { warnPodSpec } from "./pod/warnings.ts";
/** Everything that ValidatePodSpec refuses, and the fields that are dropped. */
export declare function validatePodSpec(spec: Field, context: PodContext, problems: Problems): void;
/** ValidatePodTemplateSpec: `template` is `spec.template`. The server leaves `metadata` out of the paths of its labels and annotations. */
export declare function validatePodTemplate(template: Field, context: PodContext, problems: Problems): void;
