import type { Field } from "../../field.ts";
import type { Problems } from "../problems.ts";
/** The format of an object's name. A function gets the name and whether it is only the start of one (generateName). */
export type NameRule = "subdomain" | "label" | "dns1035" | "path-segment" | "any" | ((name: string, prefix: boolean) => readonly string[]);
export interface MetadataRule {
    readonly namespaced: boolean;
    readonly name: NameRule;
    /** Only kinds that are validated by pkg/apis/core also check that unqualified finalizers are standard ones. */
    readonly kubeFinalizers?: boolean;
}
/** Everything that the server checks in `metadata` on creation. `object` is the document's root. */
export declare function validateMetadata(object: Field, rule: MetadataRule, problems: Problems): void;
/** ValidateLabels: the server's errors name the map, ours the entry. `serverField` where the server calls the map something else. */
export declare function validateLabels(field: Field, problems: Problems, serverField?: string): void;
/** ValidateAnnotations: keys are qualified names in any case, and all together stay below 256 KiB. */
export declare function validateAnnotations(field: Field, problems: Problems, serverField?: string): void;
/** The metadata of a template inside a spec where only labels and annotations may be set (ValidateTemplateObjectMeta). */
export declare function validateTemplateMetadata(metadata: Field, problems: Problems): void;
