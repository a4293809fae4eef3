import type { Field } from "../../../field.ts";
import type { Problems } from "../../problems.ts";
import type { Cluster } from "../validator.ts";
export declare function validateLimitRange(object: Field, _cluster: Cluster, problems: Problems): void;
export declare function validateResourceQuota(object: Field, _cluster: Cluster, problems: Problems): void;
