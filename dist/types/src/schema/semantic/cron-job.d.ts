import type { Field } from "../../field.ts";
import type { Problems } from "../problems.ts";
import type { Cluster } from "./validator.ts";
export declare function validateCronJob(object: Field, cluster: Cluster, problems: Problems): void;
