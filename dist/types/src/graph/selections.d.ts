import type { Resource } from "../kubernetes/resource.ts";
import { type Selector } from "../kubernetes/selector.ts";
import type { Service } from "../kubernetes/service.ts";
import type { Workload } from "../kubernetes/workload.ts";
import type { Elsewhere, NearMiss, Selection } from "./graph.ts";
import { type Scored } from "./near-miss.ts";
import { type ResourceIndex } from "./resource-index.ts";
export declare class Selections {
    #private;
    constructor(index: ResourceIndex, background: ResourceIndex | undefined);
    /** Whether an object of the background is the source of one in this scope. */
    isOwn(resource: Resource): boolean;
    ofService(service: Service): Selection;
    select(selector: Selector, from: Resource): Selection;
    /** The workloads that a Service may be said to serve: what a selector finds far away only proves that it does find something. */
    workloadsOf(service: Service): readonly Workload[];
    servicesOf(workload: Workload): readonly Service[];
    elsewhereOf(service: Service): readonly Elsewhere[];
    nearestOf(service: Service): NearMiss<Workload> | undefined;
    /** The workload that a selector nearly selects. */
    nearestTo(selector: Selector, resource: Resource, rings?: number): Scored | undefined;
    overlapsOf(workload: Workload): readonly Workload[];
}
/** The selector by which a controller finds its own pods. Plain pairs in a ReplicationController and a DeploymentConfig. */
export declare function selectorOf(workload: Workload): Selector | undefined;
