import type { Field } from "../../../field.ts";
import type { PodScope } from "./scope.ts";
export declare const SECCOMP_POD = "seccomp.security.alpha.kubernetes.io/pod";
export declare const SECCOMP_CONTAINER = "container.seccomp.security.alpha.kubernetes.io/";
export declare const APPARMOR_CONTAINER = "container.apparmor.security.beta.kubernetes.io/";
export declare function dropInitContainerAnnotations(annotations: Field, scope: PodScope): void;
/** `serverParent` is what the server calls the annotations: of a template it leaves `metadata` out. */
export declare function validatePodAnnotations(annotations: Field, serverParent: string, scope: PodScope): void;
/** Where annotation and field are both given they have to say the same. */
export declare function validateAnnotationsMatch(annotations: Field, scope: PodScope): void;
