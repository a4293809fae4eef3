import type { Resource } from "../kubernetes/resource.ts";
import { Service } from "../kubernetes/service.ts";
import { Workload, type WorkloadShape } from "../kubernetes/workload.ts";
import { NameIndex } from "./name-index.ts";
import { type Ring } from "./place-list.ts";
import { type Cost, PodIndex } from "./pod-index.ts";
export interface IndexOptions {
    readonly namespace?: string;
    /** Everything belongs together, wherever it stands. */
    readonly together?: boolean;
    readonly customWorkloads?: Readonly<Record<string, WorkloadShape>>;
}
/** Each part is made when it is first asked for: of the objects around a scope, most are never asked about. */
export declare class ResourceIndex {
    #private;
    readonly resources: readonly Resource[];
    readonly cost: Cost;
    constructor(resources: readonly Resource[], options: IndexOptions);
    get workloads(): readonly Workload[];
    get services(): readonly Service[];
    get names(): NameIndex;
    get pods(): PodIndex;
    namespaceOf(resource: Resource): string;
    workloadOf(resource: Resource): Workload | undefined;
    serviceOf(resource: Resource): Service | undefined;
    /** The rings in which to search for what `from` means. */
    ringsOf(from: Resource): readonly Ring[];
    sameApplication(a: Resource, b: Resource): boolean;
    /** A name under which all objects of one application are kept, for what must be unique within it. */
    applicationOf(resource: Resource): string;
}
/** The order of answers that list several objects: by name and kind, wherever they stand. */
export declare function compareNames(a: Resource, b: Resource): number;
/** Group, kind, namespace and name as one text: two objects with the same one are the same object to the cluster. */
export declare function identityOf(resource: Resource, namespace: string): string | undefined;
