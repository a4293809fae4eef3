// A workload with what belongs to it, as the simulator takes it: plain data.

import type { Graph } from "./graph/graph.ts";
import type { Workload } from "./kubernetes/workload.ts";
import type { Mode } from "./rollout/result.ts";
import type { Scenario } from "./rollout/scenario.ts";
import type { SimulateOptions } from "./rollout/simulate.ts";

export function simulationOptions(
  graph: Graph,
  workload: Workload,
  { mode = "range", scenario }: { readonly mode?: Mode; readonly scenario?: Scenario | undefined } = {},
): SimulateOptions {
  return {
    services: graph.servicesOf(workload).map(({ resource }) => resource.root.toValue()),
    budgets: graph.budgetsOf(workload).map(({ root }) => root.toValue()),
    mode,
    namespace: graph.namespaceOf(workload.resource),
    ...(scenario === undefined ? {} : { scenario }),
  };
}
