import type { Field } from "../field.ts";
import type { Functions } from "./cel/functions.ts";
import type { Parse } from "./cel/parse.ts";
import type { Expr } from "./cel/tree.ts";
import { type Type } from "./cel/types.ts";
import { Matcher } from "./matching.ts";
export interface Compiler {
    readonly parse: Parse;
    readonly functions: Functions;
}
/** An expression that the server would refuse: where it stands and the offset in it. */
export interface ExpressionFault {
    readonly at: Field;
    readonly offset: number;
    readonly message: string;
}
export interface Expression {
    readonly text: string;
    readonly at: Field;
    readonly expr: Expr;
    readonly type: Type;
}
export interface Validation {
    readonly expression: Expression | undefined;
    readonly message: string;
    readonly messageExpression: Expression | undefined;
    readonly at: Field;
}
export interface Named {
    readonly name: string;
    readonly expression: Expression | undefined;
}
export interface Policy {
    readonly name: string;
    readonly root: Field;
    readonly spec: Field;
    readonly matcher: Matcher;
    readonly ignoresFailures: boolean;
    readonly paramKind: {
        readonly apiVersion: string;
        readonly kind: string;
    } | undefined;
    readonly conditions: readonly Named[];
    readonly variables: readonly Named[];
    readonly validations: readonly Validation[];
    readonly annotations: readonly Named[];
    readonly faults: readonly ExpressionFault[];
}
export declare function compilePolicy(root: Field, compiler: Compiler): Policy;
