import type { Service } from "../kubernetes/service.ts";
import type { Graph } from "./graph.ts";
/** An Endpoints object of the Service's name, or an EndpointSlice that says it belongs to it. */
export declare function hasWrittenEndpoints(service: Service, graph: Graph): boolean;
