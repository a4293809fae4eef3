import type { ResourceIndex } from "./resource-index.ts";
/** Who makes the object, as a phrase; undefined when somebody has to write it down. */
export declare function makerOf(groupKind: string, name: string, namespace: string, index: ResourceIndex): string | undefined;
/** The API groups of other kinds than Kubernetes' own that have objects made. */
export declare function groupsOfMakers(): Set<string>;
