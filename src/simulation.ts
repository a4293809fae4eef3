// A workload with what belongs to it, as the simulator takes it: plain data.

import type { Graph } from "./graph/graph.ts";
import type { Workload } from "./kubernetes/workload.ts";
import { quoted } from "./reporters/visible.ts";
import type { Mode } from "./rollout/result.ts";
import type { Scenario } from "./rollout/scenario.ts";
import type { SimulateOptions } from "./rollout/simulate.ts";

/** The result with names of the manifest that act on nothing, wherever it is drawn. */
export function shownResult<T>(value: T): T {
  if (typeof value === "string") return quoted(value) as T;
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(shownResult) as T;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [quoted(key), shownResult(item)])) as T;
}

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
