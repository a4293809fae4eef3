import type { AnyRule } from "../../rule.ts";
import type { Exported } from "./exported.ts";
export type Action = "Warn" | "Deny" | "Audit";
export declare function policyText(rule: AnyRule, exported: Exported, action: Action): string;
