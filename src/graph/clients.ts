// Services through which somebody's requests come, as opposed to those that only let monitoring read.

import { isIdleThroughout } from "../kubernetes/drain.ts";
import type { Service } from "../kubernetes/service.ts";
import type { Workload } from "../kubernetes/workload.ts";
import { isForMetrics } from "./exposure.ts";
import type { Graph } from "./graph.ts";

/** The Services that select the workload's pods and have a port for something else than metrics. */
export function clientServicesOf(workload: Workload, graph: Graph): Service[] {
  if (isIdleThroughout(workload)) return [];
  return graph
    .servicesOf(workload)
    .filter(
      service =>
        service.ports.length === 0 || service.ports.some(port => !isForMetrics({ service, port, number: port.port })),
    );
}

/** Every Service of the workload also selects pods of another one, which answer while this one is away: versions side by side, a canary. */
export function isCoveredByOthers(workload: Workload, graph: Graph): boolean {
  const services = clientServicesOf(workload, graph);
  const isOther = (other: Workload) =>
    other.resource.root.node !== workload.resource.root.node && graph.replicasOf(other) !== 0;
  return services.length > 0 && services.every(service => graph.workloadsOf(service).some(isOther));
}
