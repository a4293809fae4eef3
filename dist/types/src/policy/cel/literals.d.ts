import type { CallExpr, Fault } from "./tree.ts";
export declare function checkLiteralArgument({ name, target, args }: CallExpr): Fault | undefined;
