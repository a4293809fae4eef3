import type { Workload } from "./workload.ts";
/** A mutating webhook adds to the pods: a service mesh, a secret agent. An image "auto" is a proxy that the mesh fills in. */
export declare function isInjected(workload: Workload): boolean;
/** The port belongs to a container that the manifest does not show. */
export declare function isPortOfInjected(port: number, { template }: Workload): boolean;
