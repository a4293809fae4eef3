import type { Service } from "../kubernetes/service.ts";
import type { Graph } from "./graph.ts";
/** An Endpoints object of the Service's name, or an EndpointSlice that says it belongs to it. */
export declare function hasWrittenEndpoints(service: Service, graph: Graph): boolean;
/** A Service of the name is written down with a selector, too: this one is laid over it, or takes its place in another environment. */
export declare function hasSelectingNamesake({ name }: Service, graph: Graph): boolean;
/** A mesh sends the traffic of the name on to other Services: of this one only the name is needed. */
export declare function isCarriedByMesh({ name }: Service, graph: Graph): boolean;
