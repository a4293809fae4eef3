import type { Resource } from "../kubernetes/resource.ts";
/** Files that kustomizations list as patches, and files they list as resources. */
export interface ListedFiles {
    /** File -> the kustomization that lists it. */
    readonly patches: ReadonlyMap<string, string>;
    readonly resources: ReadonlySet<string>;
}
/** Why the resource is a fragment, as a phrase; undefined when it is an object. */
export declare function fragmentReason(resource: Resource, listed: ListedFiles): string | undefined;
