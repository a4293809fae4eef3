import type { Container } from "../kubernetes/container.ts";
import type { Service, ServicePort } from "../kubernetes/service.ts";
import type { Workload } from "../kubernetes/workload.ts";
import type { Graph } from "./graph.ts";
export interface Exposure {
    readonly service: Service;
    readonly port: ServicePort;
    /** The number in the container. */
    readonly number: number | undefined;
}
/**
 * The Service ports that end in this container: it declares the target port, or it is the only app container of the pod and the target is
 * a number that nobody declares (the endpoints controller takes a number as it is). A headless Service passes no traffic on: the port it names
 * is a remark, as the container's own is.
 */
export declare function exposuresOf(container: Container, workload: Workload, graph: Graph): readonly Exposure[];
/** Ports that only monitoring reads: a pod that is not ready loses a sample there, and no user notices. */
export declare function isForMetrics({ port, service }: Exposure): boolean;
/** One Service that finds the metrics of many programs: that is how scraping by Service works. */
export declare function isMadeForMetrics({ name, ports }: Service): boolean;
