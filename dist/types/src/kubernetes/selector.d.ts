import type { Field } from "../field.ts";
export type Operator = "In" | "NotIn" | "Exists" | "DoesNotExist";
export interface Requirement {
    readonly key: string;
    readonly operator: Operator;
    readonly values: readonly string[];
    /** The entry of a pair, or the item of matchExpressions. */
    readonly field: Field;
}
export interface Selector {
    readonly requirements: readonly Requirement[];
    /** Part of it is still to be filled in by a template, so that nothing can be concluded from a mismatch. */
    readonly unknown: boolean;
}
/** String maps as the API server decodes them: null is the empty string; other types refuse the object, which the schema says. */
export declare function labelsOf(field: Field): Map<string, string>;
/** A selector written as pairs (Service, ReplicationController, nodeSelector); undefined when there are none: it then selects nothing. */
export declare function pairsSelector(field: Field): Selector | undefined;
/** A `metav1.LabelSelector`: undefined when absent (selects nothing); without requirements it selects everything. */
export declare function labelSelector(field: Field): Selector | undefined;
/** staging/src/k8s.io/apimachinery/pkg/labels: Requirement.Matches. NotIn holds for labels that are absent. */
export declare function satisfies({ key, operator, values }: Requirement, labels: ReadonlyMap<string, string>): boolean;
export declare function matches(selector: Selector, labels: ReadonlyMap<string, string>): boolean;
/** Two selectors with the same text select the same pods, whatever their order. */
export declare function selectorKey(selector: Selector): string;
