import type { Field } from "../../../field.ts";
import type { Problems } from "../../problems.ts";
import type { Cluster } from "../validator.ts";
export declare function validateNamespaceObject(object: Field, _cluster: Cluster, problems: Problems): void;
export declare function validateServiceAccount(object: Field, cluster: Cluster, problems: Problems): void;
export declare function validateNode(object: Field, _cluster: Cluster, problems: Problems): void;
export declare function validateEndpoints(object: Field, _cluster: Cluster, problems: Problems): void;
/** legacyValidateEvent: an event belongs to the namespace of what it is about. */
export declare function validateEvent(object: Field, _cluster: Cluster, problems: Problems): void;
