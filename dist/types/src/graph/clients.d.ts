import type { Service } from "../kubernetes/service.ts";
import type { Workload } from "../kubernetes/workload.ts";
import type { Graph } from "./graph.ts";
/** The Services that select the workload's pods and have a port for something else than metrics. */
export declare function clientServicesOf(workload: Workload, graph: Graph): Service[];
/** Every Service of the workload also selects pods of another one, which answer while this one is away: versions side by side, a canary. */
export declare function isCoveredByOthers(workload: Workload, graph: Graph): boolean;
