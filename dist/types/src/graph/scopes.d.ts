import { Field } from "../field.ts";
import { Resource } from "../kubernetes/resource.ts";
import type { WorkloadShape } from "../kubernetes/workload.ts";
import type { IndexedGraph } from "./indexed-graph.ts";
import { type BuildError, type Built } from "./kustomize/build.ts";
import type { Item } from "./kustomize/item.ts";
import { type Parse, type ProjectFile } from "./kustomize/project.ts";
export interface ScopeOptions {
    /** Where objects without a namespace go: `--namespace`. */
    readonly namespace?: string;
    /** The input is the whole namespace (`--complete`). */
    readonly complete?: boolean;
    /** The project around the input was looked at. */
    readonly context: boolean;
    readonly customWorkloads?: Readonly<Record<string, WorkloadShape>>;
    /** Reads text that stands inside a kustomization; undefined when it does not parse. */
    readonly parse: Parse;
    /** The files hold the texts that generators read, too (env files, scripts), not only manifests and kustomizations. */
    readonly allFiles?: boolean;
    /** Only scopes with objects of these files are made, and the one of what is joined by place; all where it is absent. */
    readonly asked?: ReadonlySet<string> | undefined;
    /** Told of the root of every object that a kustomization changed, with the resource it was read from: they share document and lines. */
    readonly adopt?: (root: Field, source: Resource) => void;
}
export interface Scopes {
    /** One graph per kustomization root and Helm stream, and last the one of what is joined by place (always there, perhaps empty). */
    readonly graphs: readonly IndexedGraph[];
    /** Resources left out because they are patches, and why. */
    readonly fragments: readonly {
        readonly resource: Resource;
        readonly reason: string;
    }[];
    /** What kustomize would refuse to build, each once. */
    readonly errors: readonly BuildError[];
    readonly roots: readonly Built[];
}
export declare function buildGraphs(files: readonly ProjectFile[], options: ScopeOptions): Scopes;
/**
 * An object as a kustomization leaves it, as a resource: its fields have the final values, and point to the manifest they came from.
 * The resource itself where nothing changed; undefined for what is no object any more.
 */
export declare function viewOf(item: Item, adopt?: ScopeOptions["adopt"]): Resource | undefined;
