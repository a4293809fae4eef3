import type { Graph } from "../graph/graph.ts";
import type { Resource } from "../kubernetes/resource.ts";
import type { Workload } from "../kubernetes/workload.ts";
import type { Scope } from "./cel/evaluate.ts";
import { type Value } from "./cel/values.ts";
/** What is known around an object. */
export interface Project {
    readonly graph: Graph;
    readonly minor: number;
    readonly isCritical: (workload: Workload) => boolean;
}
export declare class Outlook implements Scope {
    private readonly made;
    private readonly resource;
    private readonly project;
    private readonly workload;
    private json;
    constructor(resource: Resource, project: Project);
    isFrom(resource: Resource, { graph }: Project): boolean;
    get(name: string): Value | undefined;
    has(name: string): boolean;
    private make;
    private objectValue;
    private get object();
    private others;
}
