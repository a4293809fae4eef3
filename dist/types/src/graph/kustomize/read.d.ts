import type { Node } from "../../yaml/node.ts";
export interface Kustomization {
    readonly file: string;
    readonly directory: string;
    readonly root: Node;
    readonly isComponent: boolean;
}
/** The kustomization, or the phrase for which kustomize refuses it. */
export declare function readKustomization(file: string, directory: string, roots: readonly Node[]): Kustomization | string;
