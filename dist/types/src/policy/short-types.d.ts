import type { Functions } from "./cel/functions.ts";
import type { Expr, Fault } from "./cel/tree.ts";
export declare const VARIABLES: readonly ["object", "workload", "containers", "services", "critical", "pdb", "hpa"];
export type VariableName = (typeof VARIABLES)[number];
export declare function isVariable(name: string): name is VariableName;
/** A field that no object the policy is about has, with the one that was probably meant. */
export declare function unknownIn(expr: Expr, { functions, kinds, minor }: {
    functions: Functions;
    kinds: readonly string[] | undefined;
    minor: number;
}): Fault | undefined;
/** A kind that is not known, and near to one that is. */
export declare function misspelledKind(kind: string): string | undefined;
