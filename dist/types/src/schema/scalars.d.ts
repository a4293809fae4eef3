import type { ScalarNode } from "../yaml/node.ts";
import type { Scalar } from "./tables.ts";
/** Why a scalar does not decode: `expected` is what should stand there, `reason` more about a value of the right kind. */
export interface Misfit {
    readonly reason?: string;
}
/** Undefined when the value decodes; null always does: it equals absent. */
export declare function misfit(node: ScalarNode, scalar: Scalar): Misfit | undefined;
/** The unit that was probably meant: `GB`, `gi`, `Mb`, `K`, `mi`. */
export declare function meantSuffix(suffix: string): string | undefined;
