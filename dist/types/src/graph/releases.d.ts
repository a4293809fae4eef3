import type { Workload } from "../kubernetes/workload.ts";
import type { Graph, PortResolution } from "./graph.ts";
/** Other workloads of the application and namespace that are releases of the same program. */
export declare function releasesOf(workload: Workload, graph: Graph): Workload[];
/** The share of the requests that each of several workloads behind one Service gets while all pods are ready; "" where that is not known. */
export declare function sharesOf(workloads: readonly Workload[], graph: Graph): string;
/** Behind every port stands a container of the same image in each workload, whatever else their pods hold. */
export declare function answerAlike(ports: readonly PortResolution[]): boolean;
