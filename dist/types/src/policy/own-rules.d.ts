import type { AnyRule } from "../rule.ts";
import type { Source } from "../yaml/document.ts";
import type { WrittenShort } from "./own.ts";
import type { ShortPolicies } from "./short.ts";
export declare function shortRule({ policy, file, text, at }: WrittenShort, policies: ShortPolicies): AnyRule;
/** ValidatingAdmissionPolicies are asked all at once, with what surrounds an object; as rules they only have their names and pages. */
export declare function admissionRules(sources: readonly Source[]): Promise<{
    rules: AnyRule[];
    hasUnnamed: boolean;
}>;
