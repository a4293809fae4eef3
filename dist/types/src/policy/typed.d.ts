import type { Compiler, ExpressionFault, Policy } from "./compile.ts";
export declare function unknownFields(policy: Policy, { functions }: Compiler, minor: number): ExpressionFault[];
