// The ports of a Service in the pods behind it, as the endpoints controller finds them.

import type { Service, ServicePort } from "../kubernetes/service.ts";
import { podCandidates } from "../kubernetes/service.ts";
import type { Workload } from "../kubernetes/workload.ts";
import type { PortInWorkload, PortResolution } from "./graph.ts";

export function resolvePorts(service: Service, workloads: readonly Workload[]): PortResolution[] {
  return service.ports.map(port => ({ port, targets: workloads.map(workload => resolvePort(port, workload)) }));
}

/** staging/src/k8s.io/endpointslice: FindPort. A number is taken as it is, whoever declares it; a name needs name and protocol. */
export function resolvePort(port: ServicePort, workload: Workload): PortInWorkload {
  const { targetPort, protocol } = port;
  const byName = typeof targetPort === "string";
  let declaredAs: PortInWorkload["declaredAs"];
  if (targetPort !== undefined) {
    for (const container of podCandidates(workload)) {
      for (const declared of container.ports) {
        if ((byName ? declared.name : declared.number) !== targetPort) continue;
        if (declared.protocol === protocol)
          return { workload, container, declared, number: declared.number, declaredAs: undefined, fault: undefined };
        declaredAs ??= { container, port: declared };
      }
    }
  }
  const nowhere = { workload, container: undefined, declared: undefined, declaredAs };
  if (!byName) return { ...nowhere, number: targetPort, fault: undefined };
  return { ...nowhere, number: undefined, fault: declaredAs === undefined ? "no such name" : "other protocol" };
}
