import type { Resource } from "./resource.ts";
export declare function canonicalKind(groupKind: string): string;
export declare function kindOf(resource: Resource): string;
export declare function isClusterScoped(groupKind: string): boolean;
