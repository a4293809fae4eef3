import type { Field } from "../../field.ts";
import type { Problems } from "../problems.ts";
export interface SelectorOptions {
    /** For selectors that the server has always stored with invalid values in matchExpressions. */
    readonly allowInvalidValues?: boolean;
}
/** ValidateLabelSelector; says nothing where there is no selector. */
export declare function validateLabelSelector(field: Field, problems: Problems, options?: SelectorOptions): void;
/** Whether the labels match, as LabelSelectorAsSelector does; undefined where the selector cannot be read. A missing selector matches nothing, an empty one everything. */
export declare function selectorMatches(selector: Field, labels: Map<string, string>): boolean | undefined;
