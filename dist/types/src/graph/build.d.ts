import type { Resource } from "../kubernetes/resource.ts";
import type { WorkloadShape } from "../kubernetes/workload.ts";
import { IndexedGraph } from "./indexed-graph.ts";
import { ResourceIndex } from "./resource-index.ts";
export interface GraphOptions {
    /** The kustomization's directory, the chart's, or "" for what is joined by place. */
    readonly name?: string;
    /** Where objects without a namespace go: `--namespace`. */
    readonly namespace?: string;
    /** The input is the whole namespace (`--complete`): what is not there does not exist, and all of it is one application. */
    readonly complete?: boolean;
    /** The project around the input was looked at; without it nothing is missing. */
    readonly context: boolean;
    /** Everything belongs together, wherever it stands (a kustomization root, a Helm stream). Implied by `complete`. */
    readonly together?: boolean;
    /** Part of the scope is not known (a remote base, a kustomization that does not build): nothing is missing for certain. */
    readonly partial?: boolean;
    readonly customWorkloads?: Readonly<Record<string, WorkloadShape>>;
    /** Objects of the project outside this scope: they prove that something is not missing, and are never judged. One index for all scopes. */
    readonly background?: ResourceIndex;
}
export declare function buildGraph(resources: readonly Resource[], options: GraphOptions): IndexedGraph;
