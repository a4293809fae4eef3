import type { Path } from "../../diagnostic.ts";
import type { Functions, Run } from "./functions.ts";
import type { Expr } from "./tree.ts";
import { CelError, type Value } from "./values.ts";
/** What one expression may cost, in steps (PerCallLimit of apiserver/pkg/apis/cel). */
export declare const MOST_STEPS = 1000000;
/** Counts the work of all expressions on one object (RuntimeCELCostBudget). */
export declare class Budget {
    private left;
    take(amount: number): void;
}
/** A field that was looked at, in the order of looking. */
export interface Read {
    readonly path: Path;
}
/** The variables an expression sees. */
export interface Scope {
    get(name: string): Value | undefined;
    has(name: string): boolean;
}
/** A variable of a macro over those around it. */
export declare class Binding implements Scope {
    private readonly outer;
    private readonly name;
    private readonly value;
    constructor(outer: Scope, name: string, value: Value);
    get(name: string): Value | undefined;
    has(name: string): boolean;
}
export declare class Evaluation implements Run {
    /** Fields whose values matter for the answer so far. */
    readonly reads: Read[];
    private readonly functions;
    private readonly roots;
    private readonly budget;
    private steps;
    constructor(functions: Functions, roots: Scope, budget: Budget);
    spend(amount: number): void;
    run(expr: Expr, scope?: Scope): Value;
    private value;
    private identifier;
    private selection;
    /** A field or an element. Behind an optional everything is optional. */
    private access;
    private find;
    private note;
    private has;
    private call;
    private all;
    /** The alternative is not looked at where there is a value. */
    private otherwise;
    /** One side decides alone, whatever the other one does; only then an error is the answer. */
    private logical;
    /** A bool, or the error in its place. */
    attempt(expr: Expr, scope: Scope): boolean | CelError;
    private choice;
    private list;
    private map;
}
