import type { Resource } from "../kubernetes/resource.ts";
import { type Selector } from "../kubernetes/selector.ts";
import type { Service } from "../kubernetes/service.ts";
import type { Workload } from "../kubernetes/workload.ts";
import type { GraphOptions } from "./build.ts";
import type { Completeness, Elsewhere, Graph, NearMiss, PortResolution, ResolvedReference, Selection } from "./graph.ts";
import { type ResourceIndex } from "./resource-index.ts";
/** The graph of one scope, over its indexes. */
export declare class IndexedGraph implements Graph {
    #private;
    readonly name: string;
    readonly index: ResourceIndex;
    constructor(index: ResourceIndex, options: GraphOptions);
    get resources(): readonly Resource[];
    get workloads(): readonly Workload[];
    get services(): readonly Service[];
    namespaceOf(resource: Resource): string;
    servicesOf(workload: Workload): readonly Service[];
    workloadsOf(service: Service): readonly Workload[];
    selectionOf(service: Service): Selection;
    select(selector: Selector, from: Resource): Selection;
    elsewhereOf(service: Service): readonly Elsewhere[];
    nearestOf(service: Service): NearMiss<Workload> | undefined;
    nearestTo(selector: Selector, from: Resource): NearMiss<Workload> | undefined;
    overlapsOf(workload: Workload): readonly Workload[];
    portsOf(service: Service): readonly PortResolution[];
    /** pkg/controller/podautoscaler never goes below minReplicas; a paused or unknown one says nothing. */
    replicasOf(workload: Workload): number | undefined;
    autoscalersOf(workload: Workload): readonly Resource[];
    budgetsOf(workload: Workload): readonly Resource[];
    routesTo(service: Service): readonly Resource[];
    find(groupKind: string, name: string, from: Resource): readonly Resource[];
    /** As `find`, in a namespace that the reference writes down. */
    findIn(groupKind: string, name: string, namespace: string, from: Resource): readonly Resource[];
    inOtherNamespaces(groupKind: string, name: string, from: Resource): readonly Resource[];
    nearestName(groupKind: string, name: string, from: Resource): NearMiss<Resource> | undefined;
    completeness(groupKind: string, from: Resource): Completeness;
    workloadOf(resource: Resource): Workload | undefined;
    serviceOf(resource: Resource): Service | undefined;
    referencesOf(resource: Resource): readonly ResolvedReference[];
    referrersOf(resource: Resource): readonly ResolvedReference[];
    duplicatesOf(resource: Resource): readonly Resource[];
    sameApplication(a: Resource, b: Resource): boolean;
}
/** policy/v1: an empty selector selects all pods of the namespace, none selects no pod; in v1beta1 an empty one selects none, too. */
export declare function budgetSelector(resource: Resource): Selector | undefined;
