import type { Field } from "../../../field.ts";
import type { Details, Problems } from "../../problems.ts";
import { type Quantity } from "../quantity.ts";
import { type PodScope } from "./scope.ts";
export interface ResourceRules {
    readonly problems: Problems;
    readonly name: (name: string) => readonly string[];
    readonly claims: ReadonlySet<string>;
}
/** validateContainerResourceName. */
export declare function containerResourceErrors(name: string): readonly string[];
export declare function validateContainerResources(resources: Field, scope: PodScope): void;
export declare function validateRequirements(resources: Field, rules: ResourceRules): void;
/** validateOverhead: the server checks it as if it were a container's limits, and names it so. */
export declare function validateOverhead(overhead: Field, problems: Problems): void;
/** ValidateResourceQuantityValue: not negative, and whole where the resource is counted. */
export declare function validateResourceQuantity(entry: Field, name: string, problems: Problems, details: Details): void;
export declare function shownQuantity(field: Field): string;
/** Quantities in resource lists are rounded up to thousandths (SetDefaults_ResourceList). */
export declare function rounded(entry: Field): Quantity | undefined;
/** spec.resources: the pod has at least what its containers request, and no container more than the pod. */
export declare function validatePodResources(scope: PodScope): void;
