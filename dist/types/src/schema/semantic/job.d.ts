import type { Field } from "../../field.ts";
import type { Problems } from "../problems.ts";
import type { Cluster } from "./validator.ts";
export declare function validateJob(object: Field, cluster: Cluster, problems: Problems): void;
export declare function validateJobSpec(spec: Field, cluster: Cluster, problems: Problems): void;
export declare function warnJobTemplate(template: Field, cluster: Cluster, problems: Problems): void;
