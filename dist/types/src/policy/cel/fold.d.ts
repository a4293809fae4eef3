import { type Evaluation, type Scope } from "./evaluate.ts";
import type { FoldExpr } from "./tree.ts";
import { type Value } from "./values.ts";
export declare function foldOptional(run: Evaluation, expr: FoldExpr, range: Value, scope: Scope): Value;
export declare function foldRange(run: Evaluation, expr: FoldExpr, range: Value, scope: Scope): Value;
/** The order of two values of one type; an error where they have none. */
export declare function ordered(a: Value, b: Value): number;
