import type { Field } from "../field.ts";
export interface OperatorRow {
    /** Who makes the pods. */
    readonly who: string;
    /** Label keys that only this one sets; with "/" at the end, all keys of that domain. */
    readonly keys?: readonly string[];
    /** Of `keys`, only these pairs count: `k8s-app=kube-dns`. */
    readonly pairs?: readonly string[];
    /** Kinds from whose objects pods are made. */
    readonly kinds?: readonly string[];
    /** The labels on the pods of an object, from its name and spec. */
    readonly labels?: (name: string, spec: Field) => Map<string, string>;
    /** Paths below `spec` where the author writes labels for the pods. */
    readonly podLabels?: readonly string[];
}
export declare const OPERATORS: readonly OperatorRow[];
/** The API groups of the kinds from which operators make pods. */
export declare function groupsOfOperators(): Set<string>;
