import type { AnyRule } from "../../rule.ts";
import type { Exported, Options } from "./exported.ts";
/** Why a rule is no policy, and the word for it in a table. */
interface Reason {
    readonly not: string;
    readonly word: string;
}
export type ExportState = "yes" | Reason;
/** Rule -> whether it can be exported, else the reason. */
export declare function exportsOf(rules: readonly AnyRule[]): ReadonlyMap<string, ExportState>;
export declare function exportedRule(id: string, options: Options, minor: number): Exported | undefined;
export {};
