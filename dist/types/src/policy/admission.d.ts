import type { Path } from "../diagnostic.ts";
import type { Field } from "../field.ts";
import { type Read } from "./cel/evaluate.ts";
import type { Functions } from "./cel/functions.ts";
import { type Value } from "./cel/values.ts";
import type { Expression, Policy } from "./compile.ts";
import { type Creation, type Matcher } from "./matching.ts";
import type { Parameters } from "./params.ts";
export interface Binding {
    readonly name: string;
    readonly root: Field;
    readonly matcher: Matcher;
}
/** A rule that is false, or could not be answered. */
export interface Failure {
    readonly policy: Policy;
    readonly binding?: Binding;
    readonly how: "false" | "error" | "condition" | "annotation" | "configuration";
    /** The validation's number. */
    readonly index?: number;
    readonly message: string;
    /** Of an error: what went wrong, without the expression around it. */
    readonly cause?: string;
    readonly expression?: Expression;
    /** Where in the expression an error arose. */
    readonly offset?: number | undefined;
    /** The field found wanting. */
    readonly path?: Path | undefined;
    /** All fields that the answer rests on. */
    readonly reads?: readonly Read[];
}
export type Stage = "constraints" | "binding" | "params" | "matchConditions" | "no-binding" | "excluded";
export interface Answer {
    readonly failures: readonly Failure[];
    /** Let through by failurePolicy: Ignore. */
    readonly ignored: readonly Failure[];
    /** How far the object came, where nothing was evaluated. */
    readonly stage?: Stage;
}
export interface Request {
    readonly creation: Creation;
    /** The object in a version of its API, as a rule sees it. */
    readonly object: (version: string) => Value;
    /** The other variables, which are the same for all policies. */
    readonly roots: () => ReadonlyMap<string, Value>;
    readonly params: Parameters;
    readonly functions: Functions;
}
export declare function ask(policy: Policy, bindings: readonly Binding[], request: Request): Answer;
export declare function rootsOf(creation: Creation): ReadonlyMap<string, Value>;
