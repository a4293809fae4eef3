import { type Kind } from "../schema/versions.ts";
import type { Fault } from "./cel/tree.ts";
import { type Type } from "./cel/types.ts";
import type { Compiler, ExpressionFault, Policy } from "./compile.ts";
export declare function unknownFields(policy: Policy, { functions }: Compiler, minor: number): ExpressionFault[];
/** A field that one of the kinds has is asked about on purpose. */
export declare function inAll([first, ...others]: readonly (readonly Fault[])[]): Fault[];
/** `no field "x" in Container of Deployment; did you mean "y"?` */
export declare function unknownField({ unknown }: Fault, kinds: readonly Kind[]): string;
export declare function structType(name: string, minor: number): Extract<Type, {
    kind: "struct";
}>;
