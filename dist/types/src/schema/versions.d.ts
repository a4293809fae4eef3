import { MinorRange } from "./tables.ts";
export interface Kind {
    readonly apiVersion: string;
    readonly group: string;
    readonly kind: string;
    /** The name of its type in the schemas. */
    readonly type: string;
    readonly namespaced: boolean;
    /** An alpha or beta version that a cluster must be told to serve. */
    readonly offByDefault: boolean;
    readonly minors: MinorRange | undefined;
}
/** The minor versions of Kubernetes that are known. */
export declare const OLDEST_MINOR = 24;
export declare const NEWEST_MINOR = 36;
/** "apps" of "apps/v1", "" of "v1". */
export declare function groupOf(apiVersion: string): string;
/** The kinds of a group and version, whichever version of Kubernetes had them. */
export declare function kindsIn(apiVersion: string): ReadonlyMap<string, Kind>;
export declare function isServed(kind: Kind, minor: number): boolean;
/** The kind that a server of this version serves. */
export declare function servedKind(apiVersion: string, kind: string, minor: number): Kind | undefined;
export declare function allKinds(): readonly Kind[];
/** A group that Kubernetes keeps to itself: no custom resource definition can serve it. */
export declare function isBuiltInGroup(group: string): boolean;
export declare function isOtherKind(kind: string): boolean;
