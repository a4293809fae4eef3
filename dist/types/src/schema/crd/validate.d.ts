import type { Field } from "../../field.ts";
import type { Problems } from "../problems.ts";
import { type Definition } from "./definition.ts";
export interface Outcome {
    /** The definition serves the object's version. If not, there is a problem that says so, and nothing else was checked. */
    readonly served: boolean;
    readonly namespaced: boolean;
    /** Paths that the server throws away without a word. */
    readonly dropped: readonly string[];
}
export interface ResourceOptions {
    /** The minor version of Kubernetes: 35 for 1.35. */
    readonly minor?: number;
}
export declare function validateCustomResource(root: Field, definition: Definition, problems: Problems, { minor }?: ResourceOptions): Outcome;
