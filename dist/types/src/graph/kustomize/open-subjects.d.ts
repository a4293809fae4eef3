import type { Resource } from "../../kubernetes/resource.ts";
import type { Node } from "../../yaml/node.ts";
import type { Built } from "./build.ts";
interface KustomizationFile {
    readonly directory: string;
    readonly root: Node;
}
/** Tells of a binding whether nobody knows what its subjects come to, or they come to something good. */
export declare function openSubjects(kustomizations: readonly KustomizationFile[], roots: readonly Built[]): (binding: Resource) => boolean;
export {};
