import type { Resource } from "../kubernetes/resource.ts";
/** Files that kustomizations list as patches, and files they list as resources. */
export interface ListedFiles {
    /** File -> the kustomization that lists it. */
    readonly patches: ReadonlyMap<string, string>;
    readonly resources: ReadonlySet<string>;
    /** Files in whose text a directive stands; all may hold one where it is absent. */
    readonly directives?: ReadonlySet<string>;
}
export declare const DIRECTIVE = "$patch";
/** The objects of a project that lack nothing, by kind and name. Read when the first one that lacks something asks. */
export declare class WholeObjects {
    #private;
    constructor(resources: readonly Resource[]);
    /** Whether another file holds the object in full. */
    has(resource: Resource): boolean;
}
/** Why the resource is a fragment, as a phrase; undefined when it is an object. */
export declare function fragmentReason(resource: Resource, listed: ListedFiles, whole?: WholeObjects): string | undefined;
