import type { Field } from "../../../field.ts";
import type { Problems } from "../../problems.ts";
import type { Cluster } from "../validator.ts";
export declare function validateConfigMap(object: Field, _cluster: Cluster, problems: Problems): void;
export declare function validateSecret(object: Field, _cluster: Cluster, problems: Problems): void;
