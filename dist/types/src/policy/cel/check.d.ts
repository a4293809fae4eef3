import { type Functions } from "./functions.ts";
import type { Expr, Fault } from "./tree.ts";
import { type Type } from "./types.ts";
export interface Environment {
    readonly functions: Functions;
    readonly variables: ReadonlyMap<string, Type>;
}
export interface Checked {
    readonly type: Type;
    readonly faults: readonly Fault[];
}
export declare function check(expr: Expr, environment: Environment): Checked;
/** The name that a chain of selections spells: `optional.of`, `ip.isCanonical`. */
export declare function qualifiedName(expr: Expr): string | undefined;
export declare function isTypeName(name: string): boolean;
