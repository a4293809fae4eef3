import type { Problem } from "../diagnostic.ts";
import type { Field } from "../field.ts";
export type PolicyJudge = (object: Field) => readonly Problem[];
export declare function loadPolicyJudge(): Promise<PolicyJudge>;
