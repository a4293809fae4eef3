import type { Field } from "../../../field.ts";
import type { PodScope } from "./scope.ts";
export declare function validateSecurityContext(context: Field, scope: PodScope): void;
export declare function validatePodSecurityContext(scope: PodScope): void;
/** validateHostUsers: a user namespace excludes the host's other namespaces. */
export declare function validateHostUsers(scope: PodScope): void;
