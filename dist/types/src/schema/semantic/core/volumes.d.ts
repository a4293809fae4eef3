import type { Field } from "../../../field.ts";
import type { Problems } from "../../problems.ts";
import type { Cluster } from "../validator.ts";
export declare function validateClaim(object: Field, cluster: Cluster, problems: Problems): void;
export declare function validateVolume(object: Field, cluster: Cluster, problems: Problems): void;
