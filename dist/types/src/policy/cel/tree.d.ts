import type { Value } from "./values.ts";
export type Expr = {
    readonly kind: "literal";
    readonly at: number;
    readonly value: Value;
} | {
    readonly kind: "ident";
    readonly at: number;
    readonly name: string;
} | {
    readonly kind: "select";
    readonly at: number;
    readonly operand: Expr;
    readonly field: string;
    readonly optional: boolean;
} | {
    readonly kind: "has";
    readonly at: number;
    readonly operand: Expr;
    readonly field: string;
} | {
    readonly kind: "index";
    readonly at: number;
    readonly operand: Expr;
    readonly index: Expr;
    readonly optional: boolean;
} | CallExpr | {
    readonly kind: "list";
    readonly at: number;
    readonly items: readonly Item[];
} | {
    readonly kind: "map";
    readonly at: number;
    readonly entries: readonly (Item & {
        readonly key: Expr;
    })[];
} | FoldExpr;
export interface Item {
    readonly value: Expr;
    readonly optional: boolean;
}
/** Operators are calls too: `_+_`, `!_`, `_?_:_`. */
export interface CallExpr {
    readonly kind: "call";
    readonly at: number;
    readonly name: string;
    readonly target?: Expr;
    readonly args: readonly Expr[];
}
export type Fold = "all" | "exists" | "existsOne" | "map" | "filter" | "transformList" | "transformMap" | "transformMapEntry" | "sortBy" | "optMap" | "optFlatMap";
/** A macro that runs an expression for the elements of a list, a map or an optional. */
export interface FoldExpr {
    readonly kind: "fold";
    readonly at: number;
    readonly macro: Fold;
    readonly range: Expr;
    readonly variables: readonly string[];
    /** The condition of map and transform*, where one is written. */
    readonly filter?: Expr;
    readonly body: Expr;
}
/** A fault of an expression's text, with its place in it. */
export interface Fault {
    readonly at: number;
    readonly message: string;
    /** A field that its type does not have, and those that it has. */
    readonly unknown?: {
        readonly field: string;
        readonly type: string;
        readonly names: readonly string[];
    };
}
export declare class FaultError extends Error {
    readonly at: number;
    constructor(at: number, message: string);
}
