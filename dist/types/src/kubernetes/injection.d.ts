import type { Workload } from "./workload.ts";
/** A mutating webhook adds to the pods: a service mesh, a secret agent. An image "auto" is a proxy that the mesh fills in. */
export declare function isInjected(workload: Workload): boolean;
