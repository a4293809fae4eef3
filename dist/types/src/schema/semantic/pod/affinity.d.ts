import type { Field } from "../../../field.ts";
import type { Problems } from "../../problems.ts";
export declare function validateAffinity(affinity: Field, problems: Problems): void;
/** Also the node affinity of PersistentVolumes. */
export declare function validateNodeSelector(selector: Field, problems: Problems): void;
