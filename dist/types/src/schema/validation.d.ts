import type { Problem } from "../diagnostic.ts";
export interface ValidationOptions {
    /** The minor version of Kubernetes: 35 for 1.35. */
    readonly minor: number;
}
/** What the API server would say to the creation of one object. */
export interface Validation {
    /** `unserved`: a group of Kubernetes' own, but no such kind or version in it; `unknown`: a custom resource definition could define it. */
    readonly known: "built-in" | "unserved" | "unknown";
    readonly problems: readonly Problem[];
    /** Whether objects of the kind live in a namespace, where the kind is known. */
    readonly namespaced?: boolean;
    /** Paths that the server throws away and nobody misses (`status`): no diagnostics. */
    readonly dropped: readonly string[];
}
