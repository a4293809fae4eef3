import type { Problem } from "../diagnostic.ts";
import type { ExpressionFault } from "./compile.ts";
export declare const INVALID_POLICY = "policy-invalid";
export declare function problemOf({ at, offset, message }: ExpressionFault, severity?: "error" | "warning"): Problem;
