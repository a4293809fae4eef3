import { type Type } from "./cel/types.ts";
export interface Declared {
    readonly params: boolean;
    readonly authorizer: boolean;
    /** Types of the variables composed so far; undefined where `variables` is not to be seen. */
    readonly variables?: ReadonlyMap<string, Type>;
    /** The type of the object, where it is known. */
    readonly object?: Type;
}
export declare function declaredVariables({ params, authorizer, variables, object }: Declared): Map<string, Type>;
