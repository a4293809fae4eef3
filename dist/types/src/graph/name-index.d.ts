import type { Resource } from "../kubernetes/resource.ts";
import { type Reach, type Ring } from "./place-list.ts";
export interface Named {
    readonly resources: readonly Resource[];
    readonly reach: Reach | "none";
}
export declare class NameIndex {
    #private;
    /** `resources` in the order of their places. */
    constructor(resources: readonly Resource[], namespaceOf: (resource: Resource) => string);
    find(groupKind: string, namespace: string, name: string, rings: readonly Ring[]): Named;
    /** Whether no other object has the kind, namespace and name of this one, wherever it stands: so it is with nearly all. */
    isAlone(resource: Resource, namespace: string, name: string): boolean;
    /** Objects of that name in whatever namespace. */
    anywhere(groupKind: string, name: string): Resource[];
    /** Objects of a kind in a namespace (or `EVERYWHERE`), within a ring, at most `limit`. */
    ofKind(groupKind: string, namespace: string, ring: Ring, limit: number): Resource[];
    has(groupKind: string, namespace: string): boolean;
}
