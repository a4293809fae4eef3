import type { Graph } from "./graph/graph.ts";
import type { Workload } from "./kubernetes/workload.ts";
import type { Mode } from "./rollout/result.ts";
import type { Scenario } from "./rollout/scenario.ts";
import type { SimulateOptions } from "./rollout/simulate.ts";
/** The result with names of the manifest that act on nothing, wherever it is drawn. */
export declare function shownResult<T>(value: T): T;
export declare function simulationOptions(graph: Graph, workload: Workload, { mode, scenario }?: {
    readonly mode?: Mode;
    readonly scenario?: Scenario | undefined;
}): SimulateOptions;
