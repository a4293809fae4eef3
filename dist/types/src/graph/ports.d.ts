import type { Service, ServicePort } from "../kubernetes/service.ts";
import type { Workload } from "../kubernetes/workload.ts";
import type { PortInWorkload, PortResolution } from "./graph.ts";
export declare function resolvePorts(service: Service, workloads: readonly Workload[]): PortResolution[];
/** staging/src/k8s.io/endpointslice: FindPort. A number is taken as it is, whoever declares it; a name needs name and protocol. */
export declare function resolvePort(port: ServicePort, workload: Workload): PortInWorkload;
